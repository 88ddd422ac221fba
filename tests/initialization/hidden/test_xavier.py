"""T1.5: Xavier uniform. Every check of a distribution refuses a right answer with probability 1e-8 at most."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder import checks
from solutions.initialization import xavier_bound

pytestmark = pytest.mark.task("xavier")
RARE = 1e-8


def wrong_bounds(fan_in, fan_out):
    return {
        "the bound is made of fan_in alone": math.sqrt(6 / fan_in),
        "the bound is made of fan_out alone": math.sqrt(6 / fan_out),
        "the bound uses 2·fan_in instead of fan_in + fan_out": math.sqrt(3 / fan_in),
        "3 stands in the bound where 6 belongs": math.sqrt(3 / (fan_in + fan_out)),
        "2 stands in the bound where 6 belongs, which is the std of Xavier normal": math.sqrt(2 / (fan_in + fan_out)),
        "the bound is 1/sqrt(fan_in), torch's default for nn.Linear": 1 / math.sqrt(fan_in),
        "a square root is missing": 6 / (fan_in + fan_out),
    }


@pytest.mark.task("xavier", weight=0.5)
def test_is_a_matrix_of_weights(student):
    """A matrix of shape (fan_out, fan_in) or (fan_in, fan_out) is returned."""
    checks.array(student.xavier_init(7, 4), [(4, 7), (7, 4)], "the matrix")


@pytest.mark.task("xavier", weight=1.5)
def test_square_layer_is_uniform(student):
    """For as many inputs as outputs, entries are uniform between minus and plus the bound of the formula."""
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
    one, other = (checks.array(student.xavier_init(9, 6), what="the matrix") for _ in range(2))
    if np.array_equal(one, other):
        checks.fail("two calls return the same weights: do not set a seed inside the function.", "seed set inside")
