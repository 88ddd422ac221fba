"""When two plain values count as the same."""

from __future__ import annotations

import math
from typing import Any

TOLERANCE = 1e-12


def agree(one: Any, other: Any) -> bool:
    """Equal in type and value; floats to 1e-12, relative or absolute, and nan is nan."""
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(agree, one, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(agree(one[key], other[key]) for key in one)
    if type(one) is float and type(other) is float:
        return math.isclose(one, other, rel_tol=TOLERANCE, abs_tol=TOLERANCE) or (one != one and other != other)
    return type(one) is type(other) and bool(one == other)
