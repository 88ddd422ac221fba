"""T1.5: Xavier uniform. Every check of a distribution refuses a correct answer with probability 1e-8 at most."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder import checks
from solutions.initialization import xavier_bound
from tests.initialization.hidden import catalogue

pytestmark = pytest.mark.task("xavier")
RARE = 1e-8


def wrong_bounds(fan_in, fan_out):
    """Mistakes, each with the bound that it leads to."""
    return [
        (catalogue.FAN_IN_ALONE, math.sqrt(6 / fan_in)),
        (catalogue.FAN_OUT_ALONE, math.sqrt(6 / fan_out)),
        (catalogue.FAN_IN_TWICE, math.sqrt(3 / fan_in)),
        (catalogue.THREE_FOR_SIX, math.sqrt(3 / (fan_in + fan_out))),
        (catalogue.STD_AS_BOUND, math.sqrt(2 / (fan_in + fan_out))),
        (catalogue.DEFAULT_OF_LINEAR, 1 / math.sqrt(fan_in)),
        (catalogue.BOUND_WITHOUT_ROOT, 6 / (fan_in + fan_out)),
    ]


@pytest.mark.task("xavier", weight=0.5)
def test_is_a_matrix_of_weights(student):
    """The result is a matrix of shape (fan_out, fan_in) or (fan_in, fan_out)."""
    checks.array(student.xavier_init(7, 4), [(4, 7), (7, 4)], "the matrix")


@pytest.mark.task("xavier", weight=1.5)
def test_square_layer_is_uniform(student):
    """For as many inputs as outputs, the entries are uniform between minus and plus the bound of the formula."""
    checks.uniform(student.xavier_init(200, 200), xavier_bound(200, 200), RARE, wrong_bounds(200, 200))


@pytest.mark.task("xavier", weight=3.5)
def test_bound_is_made_of_fan_in_and_fan_out(student):
    """Entries are uniform on ±sqrt(6 / (fan_in + fan_out)), also when the layer is not square."""
    for fan_in, fan_out in ((300, 100), (40, 250)):
        bound = xavier_bound(fan_in, fan_out)
        checks.uniform(student.xavier_init(fan_in, fan_out), bound, RARE, wrong_bounds(fan_in, fan_out))


@pytest.mark.task("xavier", weight=0.5)
def test_every_call_draws_anew(student):
    """Two layers of the same size get different weights."""
    first, second = (checks.array(student.xavier_init(9, 6), what="the matrix") for _ in range(2))
    if np.array_equal(first, second):
        checks.fail(catalogue.SAME_WEIGHTS_IN_EVERY_CALL)
