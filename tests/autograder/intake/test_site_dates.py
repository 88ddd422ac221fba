"""Dates in the names that Brightspace gives."""

from __future__ import annotations

import pytest

from autograder.intake.site_dates import read_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Jan 31, 2026 1159 PM", (2026, 1, 31, 23, 59)),
        ("Jan 31, 2026 1205 AM", (2026, 1, 31, 0, 5)),
        ("31 January, 2026 2359", (2026, 1, 31, 23, 59)),
        ("2026-01-31 905", (2026, 1, 31, 9, 5)),
        ("Sep 5, 2026 12:05:10 PM", (2026, 9, 5, 12, 5)),
        ("5 août 2026 1430", (2026, 0, 5, 14, 30)),
        ("Jane Doe", ()),
        ("hw2 2026.ipynb", ()),
        ("version 2 of 2026", ()),
    ],
)
def test_read_a_date(text: str, date: tuple[int, ...]) -> None:
    """In the forms of several regions; what is no date is not read as one."""
    assert read_date(text) == date
