"""Functions that run beside the student's code and return plain data; a test calls one by ``student.probe(name)``."""

from __future__ import annotations

from typing import Any

import numpy as np


def scores_after(student: Any, scores: np.ndarray) -> np.ndarray:
    """Return the array that was passed to ``softmax``, as it is after the call."""
    student.softmax(scores)
    return scores
