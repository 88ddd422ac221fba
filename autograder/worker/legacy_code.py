"""Answers written for a Python or NumPy of years ago: what can be understood is run, and the student is told.

NumPy names that were removed come back while a submission runs, with a note of what to write today; Python 2 prints
are passed over. Whatever else is out of date fails where it stands and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

_NAMES: dict[str, str] = {
    **{"float": "float", "int": "int", "object": "object", "str": "str", "long": "int", "unicode": "str"},
    **{"float_": "np.float64", "complex_": "np.complex128", "Inf": "np.inf", "infty": "np.inf", "PINF": "np.inf"},
    **{"NaN": "np.nan", "product": "np.prod", "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any"},
    **{"in1d": "np.isin", "row_stack": "np.vstack", "trapz": "np.trapezoid", "asfarray": "np.asarray"},
}
"""Name that NumPy had → what to write instead."""
_BUILTINS = {"float": float, "int": int, "object": object, "str": str}
_PRINT = re.compile(r"^(?P<before>\s*(?:[^#'\"]*?:\s*)?)print\b(?!\s*\()")


def restore_numpy_names(numpy: ModuleType, note: Callable[[str], None]) -> None:
    """Let ``np.float`` and its like mean what they meant; ``note`` gets a sentence at each first use."""
    ordinary = numpy.__getattr__
    told: set[str] = set()

    def attribute(name: str) -> Any:
        today = _NAMES.get(name)
        if today is None:
            return ordinary(name)
        if name not in told:
            told.add(name)
            note(f"np.{name} is no longer part of NumPy; write {today}. It was read as that.")
        return _BUILTINS[today] if today in _BUILTINS else getattr(numpy, today.removeprefix("np."))

    numpy.__getattr__ = attribute  # type: ignore[method-assign]


def without_print(lines: Sequence[str], number: int) -> list[str] | None:
    """The lines with the Python 2 print in line ``number`` (from 0) replaced by ``pass``; None where there is none.

    The number of lines stays, also when the print goes on over several lines.
    """
    found = _PRINT.match(lines[number]) if 0 <= number < len(lines) else None
    if found is None:
        return None
    last = number
    while last + 1 < len(lines) and _open_brackets("\n".join(lines[number : last + 1])) > 0:
        last += 1
    return [*lines[:number], f"{found['before']}pass", *[""] * (last - number), *lines[last + 1 :]]


def _open_brackets(text: str) -> int:
    bare = re.sub(r"'[^'\n]*'|\"[^\"\n]*\"|#.*", "", text)
    return sum(bare.count(c) for c in "([{") - sum(bare.count(c) for c in ")]}")


HINTS = (
    ("inhomogeneous shape", "arrays of different lengths do not fit into one array; keep them in a list"),
    ("No such file or directory", "no file but those of the upload is there when it is graded"),
)
"""Part of an error's message → what to do about it."""


def hint(message: str) -> str:
    """`` (what to do)`` for an error that older code is known for; "" for any other."""
    return next((f" ({advice})" for part, advice in HINTS if part in message), "")
