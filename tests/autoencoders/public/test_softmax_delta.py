"""2.2: the error of a softmax layer with the log-likelihood cost."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("softmax_delta")


def test_shape_is_that_of_the_scores(student):
    """The result has the same shape as z and y, for one input and for several."""
    for shape in ((3,), (4, 3), (1, 5)):
        y = np.zeros(shape)
        y[..., 0] = 1
        checks.array(student.softmax_delta(np.ones(shape), y), shape, "δ")


def test_equal_scores(student):
    """With four equal scores, every class has the probability ¼."""
    answer = student.softmax_delta(np.zeros((2, 4)), np.eye(4)[:2])
    checks.close(answer, np.full((2, 4), 0.25) - np.eye(4)[:2], "δ")
