"""Dates in the names that Brightspace gives, which depend on the language and the region of a site."""

from __future__ import annotations

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DATE = re.compile(r"(?i)(?P<day>.*\S)\s+(?P<time>\d{1,2}[.:]?\d\d)(?:[.:]?\d\d)?\s*(?P<half>[AP]\.?M\.?)?")


def read_date(text: str) -> tuple[int, ...]:
    """Read ``Jan 31, 2026 1159 PM``, ``31 January, 2026 2359`` or ``2026-01-31 2359``; () where it is no such date.

    The answer is good for comparing: (year, month, day, hour, minute). A month in another language counts as 0.
    """
    parts = _DATE.fullmatch(text)
    year = re.search(r"\b(19|20)\d\d\b", parts["day"]) if parts else None
    if not parts or not year:
        return ()
    without_year = f"{parts['day'][: year.start()]} {parts['day'][year.end() :]}"
    rest = [int(number) for number in re.findall(r"\d+", without_year)]
    words = [word[:3].lower() for word in re.findall(r"[^\W\d_]+", parts["day"])]
    month = next((_MONTHS.index(word) + 1 for word in words if word in _MONTHS), 0)
    if not month and len(rest) > 1:
        month = rest.pop(0)
    digits = re.sub(r"\D", "", parts["time"])
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"][0].lower() == "p" else 0)
    return int(year[0]), month, rest[0] if rest else 0, hour, minute
