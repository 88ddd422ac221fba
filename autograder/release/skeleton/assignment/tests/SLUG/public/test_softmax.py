"""1: softmax of a batch."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("softmax")


def test_rows_are_probabilities(student):
    """Each row has numbers from 0 to 1 that sum to 1."""
    scores = np.array([[0.0, 1.0, 2.0], [1.0, 1.0, 1.0]])
    answer = checks.array(student.softmax(scores), (2, 3), "the array of probabilities")
    checks.close(answer.sum(axis=1), np.ones(2), "the array of row sums")
    checks.close(answer[1], np.full(3, 1 / 3), "the row of three equal scores")
