"""1: softmax of a batch."""

import numpy as np
import pytest

from autograder import checks
from solutions.SLUG import softmax

pytestmark = pytest.mark.task("softmax")


@pytest.mark.task("softmax", weight=2)
def test_agrees_with_the_definition(student, rng):
    """Each row becomes exp(s) divided by its sum, for batches of any size."""
    for n, classes in ((7, 4), (1, 6), (5, 1)):  # not square: an axis that is mixed up shows
        scores = rng.normal(0, 3, (n, classes))
        right = softmax(scores)
        wrong = {
            "it is divided by the sum over the samples instead of the classes": np.exp(scores) / np.exp(scores).sum(0),
            "it is divided by the sum of the whole batch": np.exp(scores) / np.exp(scores).sum(),
            "exp is not divided by anything": np.exp(scores),
        }
        told = wrong if n > 1 else {}  # with one row some mistakes make no difference
        checks.close(student.softmax(scores), right, "the probabilities", candidates=told)


def test_large_scores_give_probabilities(student):
    """Scores of 1000 and −1000 give probabilities, not NaN, also in one batch."""
    scores = np.array([[1000.0, 999.0, -1000.0], [-1000.0, -999.0, -1001.0]])
    found = np.asarray(student.softmax(scores), float)
    if not np.isfinite(found).all() or (found.sum(axis=1) < 0.5).any():
        checks.fail("large scores give NaN or zeros: subtract each row's largest score before exp.", "overflow")
    checks.close(found, softmax(scores), "the probabilities of large scores")


def test_scores_stay_as_they_are(student, rng):
    """The array that is passed in is not changed."""
    scores = rng.normal(size=(4, 3))
    checks.not_mutated(scores, student.probe("scores_after", scores), "scores")
