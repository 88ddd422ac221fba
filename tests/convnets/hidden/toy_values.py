"""Values that come back from an answer, in whatever form they are."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks


def plain(value: Any, what: str) -> np.ndarray:
    """The value as an array of any shape and kind; lists whose parts do not fit together are told."""
    try:
        values = np.asarray(value)
    except ValueError:
        checks.fail(f"{what} is a list whose parts have different lengths.", "ragged")
    return values.astype(int) if values.dtype.kind == "b" else values


def vector(value: Any, size: int, what: str) -> np.ndarray:
    """Numbers (size,); rows and columns are as good."""
    values = plain(value, what)
    if values.size != size:
        checks.shape(values, (size,), what)
    return checks.array(values.reshape(-1), (size,), what)
