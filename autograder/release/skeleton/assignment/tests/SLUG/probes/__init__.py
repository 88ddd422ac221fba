"""Functions that run beside the student's code and return plain data. A test calls one with ``student.probe(name)``."""

from __future__ import annotations

from typing import Any

import numpy as np


def scores_after(student: Any, scores: np.ndarray) -> np.ndarray:
    """The array that was passed to ``softmax``, as it is after the call."""
    student.softmax(scores)
    return scores
