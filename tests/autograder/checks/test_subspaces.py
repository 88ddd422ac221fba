"""``checks.subspace``: any basis of the right subspace passes, and the angle is the principal one."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.linalg import subspace_angles

from autograder import checks
from autograder.checks import Mistake
from autograder.checks.subspaces import largest_angle
from autograder.errors import AuthorError
from tests.helpers.failures import failure

SEEDS = st.integers(0, 2**32 - 1)

LAST_DIRECTIONS = Mistake("last-directions", "it has the last directions, not the first", "Order of the eigenvalues.")


@given(SEEDS, st.integers(1, 4), st.integers(0, 3))
def test_any_basis_passes(seed, k, more):
    """The columns may be mixed by any invertible matrix and stretched, and come in float32."""
    rng = np.random.default_rng(seed)
    basis = rng.normal(size=(k + more + 1, k))
    mixed = basis @ (np.eye(k) + 0.2 * rng.uniform(-1, 1, (k, k))) * rng.uniform(0.01, 100, k)
    checks.subspace(mixed, basis, 1e-6)
    checks.subspace(mixed.astype(np.float32).tolist(), basis, 0.01)


@given(SEEDS, st.integers(1, 4))
def test_angle_is_that_of_scipy(seed, k):
    """The largest of ``scipy.linalg.subspace_angles``, also for subspaces that are close to each other."""
    rng = np.random.default_rng(seed)
    one, other = rng.normal(size=(2, 7, k))
    for far in (other, one + 1e-5 * other):
        assert largest_angle(one, far) == pytest.approx(subspace_angles(one, far)[0], rel=1e-4, abs=1e-9)


def test_an_angle_above_the_limit_fails():
    """A plane turned by 5° about one of its directions: 4.9° is too little to allow, 5.1° is enough."""
    plane = np.eye(3)[:, :2]
    turn = math.radians(5)
    turned = np.array([[1, 0], [0, math.cos(turn)], [0, math.sin(turn)]])
    checks.subspace(turned, plane, math.radians(5.1))
    failed = failure(checks.subspace, turned, plane, math.radians(4.9), "the decoder")
    assert failed.message == ("The decoder spans another subspace: its largest principal angle to the right one is 5°.")
    assert "0.087" in failed.detail


def test_a_candidate_is_named():
    """A mistake is named when it leads to this very subspace, and only then."""
    right, wrong = np.eye(4)[:, :2], np.eye(4)[:, 2:]
    mistakes = [(LAST_DIRECTIONS, wrong)]
    assert failure(checks.subspace, 3 * wrong, right, 0.05, candidates=mistakes).diagnosis == "last-directions"
    other = np.array([[1.0, 0], [1, 0], [0, 1], [0, -1]])
    assert failure(checks.subspace, other, right, 0.05, candidates=mistakes).diagnosis == ""


def test_dependent_columns_and_zeros_fail():
    """Two parallel columns span a line, and zeros nothing."""
    right = np.eye(4)[:, :2]
    parallel = np.array([[1.0, 2], [1, 2], [0, 0], [0, 0]])
    assert "span only 1 dimension." in failure(checks.subspace, parallel, right, 0.05).message
    assert failure(checks.subspace, np.zeros((4, 2)), right, 0.05).diagnosis == "all-zeros"
    half = np.array([[1.0, 0], [0, 0], [0, 0], [0, 0]])
    assert failure(checks.subspace, half, right, 0.05).diagnosis == "linearly-dependent"


def test_the_shape_is_that_of_the_reference():
    """A transposed matrix is told; NaN is refused."""
    right = np.eye(4)[:, :2]
    assert failure(checks.subspace, right.T, right, 0.05).diagnosis == "transposed"
    assert "NaN" in failure(checks.subspace, np.where(right, right, np.nan), right, 0.05).message


@pytest.mark.parametrize(("reference", "angle"), [(np.ones(3), 0.1), (np.eye(3), 0.0), (np.eye(3), 2.0)])
def test_what_the_author_gets_wrong(reference, angle):
    """A vector for a matrix and an angle that allows nothing or everything."""
    with pytest.raises(AuthorError, match="subspace"):
        checks.subspace(np.eye(3), reference, angle)
