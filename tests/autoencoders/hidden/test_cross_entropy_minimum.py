"""3.2: the outputs at which the cross-entropy is smallest, and its value there."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy.special import entr, logit

from autograder import checks
from autograder.checks.catalogue import arrays
from solutions.autoencoders.theory import cross_entropy, cross_entropy_minimum
from tests.autoencoders.hidden import catalogue

pytestmark = pytest.mark.task("cross_entropy_minimum")

NEAR = 2e-3
"""Allowed deviation of a: a search on a grid of 1,000 outputs stays below 1e-3."""
RTOL = 1e-3
"""The cross-entropy is flat there: an output that is off by 1e-3 changes it by a relative 3e-4 at most."""


def test_outputs_at_the_minimum(student, rng):
    """The outputs that minimise the cross-entropy are right for targets between 0 and 1."""
    for y in _targets(rng):
        outputs, _ = _both(student, y)
        a = checks.array(outputs, [(len(y),), (len(y), 1), (1, len(y))], "the output a").ravel()
        checks.close(
            a,
            cross_entropy_minimum(y)[0],
            "the output a",
            rtol=0,
            atol=NEAR,
            candidates=[
                (catalogue.OUTPUT_ROUNDED, np.round(y)),
                (catalogue.OUTPUT_MEAN, np.full(len(y), y.mean())),
                (catalogue.OUTPUT_HALF, np.full(len(y), 0.5)),
                (catalogue.OUTPUT_LOGIT, logit(y)),
                (catalogue.OUTPUT_ONE_MINUS_Y, 1 - y),
            ],
        )


def test_smallest_value(student, rng):
    """The smallest value of the mean cross-entropy is right, in natural logarithms."""
    for y in _targets(rng):
        _, value = _both(student, y)
        expected = cross_entropy_minimum(y)[1]
        first = float(np.mean(entr(y)))
        checks.close(
            value,
            expected,
            "C",
            rtol=RTOL,
            candidates=[
                (catalogue.MINIMUM_ZERO, 0.0),
                (catalogue.SUM_FOR_MEAN, expected * len(y)),
                (arrays.WRONG_SIGN, -expected),
                (catalogue.BASE_2, expected / math.log(2)),
                (catalogue.SECOND_TERM_MISSING, first),
                (catalogue.MINIMUM_AT_ROUNDED, 1e9),
                (catalogue.MINIMUM_AT_MEAN, cross_entropy(np.full(len(y), y.mean()), y)),
            ],
        )


@pytest.mark.task("cross_entropy_minimum", weight=0.5)
def test_targets_stay_as_they_are(student, rng):
    """The function does not change y."""
    y = next(iter(_targets(rng)))
    after = student.probe("arguments_after", "cross_entropy_minimum", [y.copy()])
    checks.not_mutated(y, after[0], "y")


def _targets(rng: np.random.Generator) -> list[np.ndarray]:
    """Targets on both sides of ½, far from it and from each other."""
    return [np.append(rng.uniform(0.03, 0.3, n), rng.uniform(0.6, 0.95, 2 * n)) for n in (1, 4)]


def _both(student: Any, y: np.ndarray) -> list[Any]:
    answer = student.cross_entropy_minimum(y)
    if not isinstance(answer, list) or len(answer) != 2:
        checks.fail(catalogue.NO_PAIR)
    return answer
