"""3.2: where the cross-entropy is smallest, and its value there."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy.special import entr, logit

from autograder import checks
from solutions.autoencoders.theory import cross_entropy, cross_entropy_minimum

pytestmark = pytest.mark.task("cross_entropy_minimum")

NEAR = 2e-3
"""Allowed deviation of a: a search on a grid of 1,000 outputs stays below 1e-3."""
RTOL = 1e-3
"""The value is flat there: with an output that is off by 1e-3 it is off by 3e-4 of itself at most."""


def test_outputs_at_the_minimum(student, rng):
    """The outputs that minimise the cross-entropy are right for targets between 0 and 1."""
    for y in _targets(rng):
        found, _ = _both(student, y)
        a = checks.array(found, [(len(y),), (len(y), 1), (1, len(y))], "a", lists_ok=True).ravel()
        checks.close(
            a,
            cross_entropy_minimum(y)[0],
            "a",
            rtol=0,
            atol=NEAR,
            candidates={
                "it is rounded to 0 or 1": np.round(y),
                "one output for all inputs: the mean of y": np.full(len(y), y.mean()),
                "it is ½ for every input": np.full(len(y), 0.5),
                "it is z, the logit of the output": logit(y),
                "it is 1 − y": 1 - y,
            },
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
            candidates={
                "it is 0, which holds for targets of 0 and 1 only": 0.0,
                "the sum stands in place of the mean": expected * len(y),
                "its sign is wrong": -expected,
                "the logarithm has base 2": expected / math.log(2),
                "the term with 1 − y is missing": first,
                "it is the value at outputs rounded to 0 or 1": 1e9,
                "it is the value at the mean of y": cross_entropy(np.full(len(y), y.mean()), y),
            },
        )


@pytest.mark.task("cross_entropy_minimum", weight=0.5)
def test_targets_stay_as_they_are(student, rng):
    """y is not changed."""
    y = next(iter(_targets(rng)))
    after = student.probe("arguments_after", "cross_entropy_minimum", [y.copy()])
    checks.not_mutated(y, after[0], "y")


def _targets(rng: np.random.Generator) -> list[np.ndarray]:
    """Targets on both sides of ½, far from it and from each other."""
    return [np.append(rng.uniform(0.03, 0.3, n), rng.uniform(0.6, 0.95, 2 * n)) for n in (1, 4)]


def _both(student: Any, y: np.ndarray) -> list[Any]:
    found = student.cross_entropy_minimum(y)
    if not isinstance(found, list) or len(found) != 2:
        checks.fail("cross_entropy_minimum returns two things: the outputs a and the value C.", "not two values")
    return found
