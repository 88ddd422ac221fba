"""1: softmax of a batch."""

import numpy as np
import pytest

from autograder import checks
from solutions.SLUG import softmax
from tests.SLUG.hidden import catalogue

pytestmark = pytest.mark.task("softmax")


@pytest.mark.task("softmax", weight=2)
def test_agrees_with_the_definition(student, rng):
    """Each row becomes exp(s) divided by its sum, for batches of any size."""
    for n, classes in ((7, 4), (1, 6), (5, 1)):  # not square: an axis that is mixed up shows
        scores = rng.normal(0, 3, (n, classes))
        answer = student.softmax(scores)
        checks.close(answer, softmax(scores), "the array of probabilities", candidates=wrong_values(scores))


def test_large_scores_give_probabilities(student):
    """Scores of 1000 and −1000 give probabilities, not NaN, also in one batch."""
    scores = np.array([[1000.0, 999.0, -1000.0], [-1000.0, -999.0, -1001.0]])
    answer = student.softmax(scores)
    checks.shape(answer, scores.shape, "the array of probabilities")
    if not np.isfinite(answer).all() or (answer.sum(axis=1) < 0.5).any():
        checks.fail(catalogue.OVERFLOW)
    checks.close(answer, softmax(scores), "the array of probabilities of large scores")


def test_scores_stay_as_they_are(student, rng):
    """The array that is passed in is not changed."""
    scores = rng.normal(size=(4, 3))
    checks.not_mutated(scores, student.probe("scores_after", scores), "scores")


def wrong_values(scores):
    """Pairs of a mistake and the array (n, classes) that it leads to, with and without the shift before exp."""
    pairs = []
    for shift in (0.0, scores.max(axis=1, keepdims=True)):
        powers = np.exp(scores - shift)
        pairs += [
            (catalogue.SUM_OVER_SAMPLES, powers / powers.sum(axis=0)),
            (catalogue.SUM_OVER_BATCH, powers / powers.sum()),
            (catalogue.NOT_DIVIDED, powers),
        ]
    return pairs
