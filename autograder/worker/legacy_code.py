"""Runs answers that were written for an older Python or NumPy as far as possible, and tells the student what to change.

Removed NumPy names work again while a submission runs, and Python 2 print statements are skipped; the student gets a
note for each. Other outdated code fails where it is used and costs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from autograder.worker.packages import explain_missing

_REPLACEMENTS: dict[str, str] = {
    **{"float": "float", "int": "int", "object": "object", "str": "str", "long": "int", "unicode": "str"},
    **{"float_": "np.float64", "complex_": "np.complex128", "Inf": "np.inf", "infty": "np.inf", "PINF": "np.inf"},
    **{"NaN": "np.nan", "product": "np.prod", "cumproduct": "np.cumprod", "alltrue": "np.all", "sometrue": "np.any"},
    **{"in1d": "np.isin", "row_stack": "np.vstack", "trapz": "np.trapezoid", "asfarray": "np.asarray"},
}
"""Name that NumPy removed → what to write instead."""
_BUILTINS = {"float": float, "int": int, "object": object, "str": str}
_PRINT = re.compile(r"^(?P<before>\s*(?:[^#'\"]*?:\s*)?)print\b(?!\s*\()")
_NO_GPU = "there is no GPU where your work is graded; use device = 'cuda' if torch.cuda.is_available() else 'cpu'"
HINTS = (
    ("inhomogeneous shape", "arrays of different lengths do not fit into one array; keep them in a list"),
    ("No such file or directory", "only the files of your upload exist when it is graded"),
    ("EOF when reading a line", "nobody answers input() when your work is graded; write the value into the code"),
    *((part, _NO_GPU) for part in ("not compiled with CUDA", "no NVIDIA driver", "No CUDA GPUs", "CUDA device but")),
)
"""Part of an error's message → what the student should know or do."""


def restore_numpy_names(numpy: ModuleType, note: Callable[[str], None]) -> None:
    """Let removed names such as ``np.float`` work again; call ``note`` with a sentence when one is first used."""
    ordinary = numpy.__getattr__
    noted: set[str] = set()

    def find_attribute(name: str) -> Any:
        replacement = _REPLACEMENTS.get(name)
        if replacement is None:
            return ordinary(name)
        if name not in noted:
            noted.add(name)
            note(f"NumPy removed `np.{name}`. Use `{replacement}` instead; we ran your code as if you had.")
        return _BUILTINS.get(replacement) or getattr(numpy, replacement.removeprefix("np."))

    numpy.__getattr__ = find_attribute  # type: ignore[method-assign]


def replace_print(lines: Sequence[str], number: int) -> list[str] | None:
    """Replace the Python 2 print in line ``number`` (from 0) by ``pass``; return None if there is none.

    The number of lines stays the same, also when the print continues over several lines.
    """
    statement = _PRINT.match(lines[number]) if 0 <= number < len(lines) else None
    if statement is None:
        return None
    last = number
    while last + 1 < len(lines) and _count_open_brackets("\n".join(lines[number : last + 1])) > 0:
        last += 1
    return [*lines[:number], f"{statement['before']}pass", *[""] * (last - number), *lines[last + 1 :]]


def _count_open_brackets(text: str) -> int:
    bare = re.sub(r"'[^'\n]*'|\"[^\"\n]*\"|#.*", "", text)
    return sum(bare.count(c) for c in "([{") - sum(bare.count(c) for c in ")]}")


def hint(message: str) -> str:
    """Return `` (what to do)`` for an error that older code often causes; "" for any other."""
    if missing := re.search(r"No module named '([\w.]+)'", message):
        return f" ({explain_missing(missing[1])})"
    return next((f" ({advice})" for part, advice in HINTS if part in message), "")
