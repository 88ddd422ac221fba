"""T1.6: Kaiming normal. Every check of a distribution refuses a correct answer with probability 1e-8 at most."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder import checks
from solutions.initialization import kaiming_std
from tests.initialization.hidden import catalogue

pytestmark = pytest.mark.task("kaiming")
RARE = 1e-8


def wrong_stds(fan_in, fan_out):
    """Mistakes, each with the standard deviation that it leads to."""
    return [
        (catalogue.FAN_OUT_MODE, math.sqrt(2 / fan_out)),
        (catalogue.TWO_MISSING, math.sqrt(1 / fan_in)),
        (catalogue.VARIANCE_AS_STD, 2 / fan_in),
        (catalogue.VARIANCE_OF_XAVIER, math.sqrt(2 / (fan_in + fan_out))),
        (catalogue.SIX_FOR_TWO, math.sqrt(6 / fan_in)),
    ]


@pytest.mark.task("kaiming", weight=0.5)
def test_is_a_matrix_of_weights(student):
    """The result is a matrix of shape (fan_out, fan_in) or (fan_in, fan_out)."""
    checks.array(student.kaiming_init(7, 4), [(4, 7), (7, 4)], "the matrix")


@pytest.mark.task("kaiming", weight=1)
def test_square_layer_is_normal(student):
    """For as many inputs as outputs, the entries are normal with mean 0 and the variance of the formula."""
    checks.normal(student.kaiming_init(200, 200), kaiming_std(200), 0.0, RARE, wrong_stds(200, 200))


@pytest.mark.task("kaiming", weight=3)
def test_variance_is_two_over_fan_in(student):
    """Entries are normal with mean 0 and variance 2 / fan_in, also when the layer is not square."""
    for fan_in, fan_out in ((300, 100), (40, 250)):
        weights = student.kaiming_init(fan_in, fan_out)
        checks.normal(weights, kaiming_std(fan_in), 0.0, RARE, wrong_stds(fan_in, fan_out))


@pytest.mark.task("kaiming", weight=0.5)
def test_every_call_draws_anew(student):
    """Two layers of the same size get different weights."""
    first, second = (checks.array(student.kaiming_init(9, 6), what="the matrix") for _ in range(2))
    if np.array_equal(first, second):
        checks.fail(catalogue.SAME_WEIGHTS_IN_EVERY_CALL)
