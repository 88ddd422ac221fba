"""1: softmax of a batch."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("softmax")


def test_rows_are_probabilities(student):
    """Each row has numbers from 0 to 1 that sum to 1."""
    found = checks.array(student.softmax(np.array([[0.0, 1.0, 2.0], [1.0, 1.0, 1.0]])), (2, 3), "the probabilities")
    checks.close(found.sum(axis=1), np.ones(2), "the sums of the rows")
    checks.close(found[1], np.full(3, 1 / 3), "the probabilities of three equal scores")
