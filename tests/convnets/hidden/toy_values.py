"""Turns values that an answer returns, in whatever form, into arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks
from autograder.checks.catalogue import values as kinds


def plain(value: Any, what: str) -> np.ndarray:
    """The value as an array of any shape and kind. CheckFailed for lists whose parts have different lengths."""
    try:
        values = np.asarray(value)
    except ValueError:
        checks.fail(kinds.RAGGED(found="a list"), what)
    return values.astype(int) if values.dtype.kind == "b" else values


def vector(value: Any, size: int, what: str) -> np.ndarray:
    """Numbers (size,); rows (1, size) and columns (size, 1) are accepted too."""
    values = plain(value, what)
    if values.size != size:
        checks.shape(values, (size,), what)
    return checks.array(values.reshape(-1), (size,), what)
