"""``autograder.checks`` on values: types, shapes, numbers, keys, equality; and what holds for every check."""

import math
import subprocess
import sys

import numpy as np
import pytest

from autograder import checks
from autograder.checks import Mistake
from autograder.errors import AuthorError
from tests.helpers.failures import failure
from tests.helpers.later import import_later

torch = import_later("torch")

FROM_0 = Mistake("from-0", "it is counted from 0", "The sheet counts from 1.")
INF_MISSED = Mistake("inf-missed", "infinity is missed", "np.isinf.")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        ("text", "a string"),
        ({"a": 1}, "a dictionary"),
        ([["a", "b"], ["c", "d"]], "a list of something else than numbers. Return a tensor or an array of numbers"),
        ([[1.0], [3.0, 4.0]], "different lengths"),
        (np.array([[1, 2], [3, None]]), "objects"),
        (np.ones((2, 2)) * 1j, "complex"),
        (np.array([["a", "b"]] * 2), "text"),
        (np.eye(2) > 0, "True/False"),
        (np.ones(2), "1 axis where 2 axes are expected"),
        (np.ones(4), "flattened"),
        (np.ones((2, 1, 2)), "axis of length 1 too many"),
        (np.ones((2, 3)), "expected (2, 2): the length of axis 1 is wrong"),
        (3.0, "single number"),
        (np.array([[np.nan, 1.0], [np.inf, np.nan]]), "2 NaN and 1 infinite entries of 4"),
    ],
)
def test_array_says_what_is_wrong_with_the_kind_of_value(value, words):
    """Each wrong kind of value gets its own words, with the name of the quantity."""
    message = failure(checks.array, value, (2, 2), "dW1").message
    assert message.startswith("dW1")
    assert words in message


def test_array_names_a_transposed_shape():
    """Rows and columns swapped is the commonest wrong shape."""
    failed = failure(checks.array, np.ones((5, 3)), (3, 5), "dW1")
    assert failed.diagnosis == "transposed"
    assert "(5, 3)" in failed.message
    assert "expected (3, 5)" in failed.message
    assert failure(checks.shape, np.ones((4, 2, 3)), (2, 3, 4)).diagnosis == "axes-in-wrong-order"


@pytest.mark.framework
@pytest.mark.parametrize(
    "value", [np.arange(6).reshape(2, 3), lambda: torch.ones(2, 3, requires_grad=True), np.ones((2, 3), np.float16)]
)
def test_array_takes_integers_and_tensors_of_any_precision(value):
    """The answer comes back in float64."""
    data = checks.array(value() if callable(value) else value, (2, None))
    assert data.dtype == np.float64
    assert data.shape == (2, 3)


@pytest.mark.parametrize("value", [[[1, 2], [3, 4]], ((1, 2.0), (3, 4)), [np.array([1, 2]), [np.float32(3), 4]]])
def test_array_takes_nested_lists_of_numbers(value):
    """Lists, tuples and lists of arrays count as arrays in every check."""
    assert checks.array(value, (2, 2)).tolist() == [[1.0, 2.0], [3.0, 4.0]]
    checks.close(value, np.array([[1.0, 2.0], [3.0, 4.0]]))
    checks.gradient(value, np.array([[1.0, 2.0], [3.0, 4.0]]))
    checks.shape(value, (2, 2))


def test_array_takes_other_kinds_of_numbers_when_told_to():
    """Other dtypes can be asked for."""
    assert checks.array(np.array([1, 2]), dtype_kind="i").dtype == np.int64
    assert "decimal point" in failure(checks.array, np.array([1.5]), dtype_kind="i").message


@pytest.mark.parametrize(
    ("found", "asked", "back"),
    [
        ((3, 1), (3,), (3,)),
        ((1, 3), (3,), (3,)),
        ((3,), (3, 1), (3, 1)),
        ((3,), (1, 3), (1, 3)),
        ((3, 1), (None,), (3,)),
        ((1, 1), (None,), (1,)),
        ((3, 1), [(3,), (3, 2)], (3,)),
        ((3, 1), [(3,), (3, 1)], (3, 1)),
    ],
)
def test_a_vector_may_have_an_axis_of_length_1_more_or_less(found, asked, back):
    """(N, 1) is read as (N,) and (N,) as (N, 1): the numbers are in one order."""
    numbers = np.arange(1.0, 1 + np.prod(found)).reshape(found)
    data = checks.array(numbers, asked)
    assert data.shape == back
    assert data.ravel().tolist() == numbers.ravel().tolist()
    if isinstance(asked, tuple):
        checks.close(numbers, numbers.reshape(back))


@pytest.mark.parametrize(("found", "asked"), [((1, 3), (3, 1)), ((2, 2, 1), (2, 2)), ((3, 1), (2,)), ((6,), (2, 3))])
def test_other_shapes_are_still_refused(found, asked):
    """A transposed column, a matrix with an axis too many and a vector of another length are no slips of notation."""
    failure(checks.array, np.ones(found), asked)
    failure(checks.close, np.ones(found), np.ones(asked))


def test_shape_allows_one_of_several():
    """A list of shapes holds alternatives, a tuple is one shape."""
    for shape in ((3, 5), (5, 3)):
        checks.shape(np.full(shape, np.nan), [(3, 5), (5, 3)])
    assert "axis 1" in failure(checks.shape, np.ones((3, 4)), [(3, 5), (5, 3)]).message


@pytest.mark.framework
@pytest.mark.parametrize("value", [3, 3.0, np.float32(3), np.array(3), np.array([3.0]), lambda: torch.tensor(3.0)])
def test_number_takes_anything_that_is_one_number(value):
    """Python, numpy and torch numbers, and arrays with a single entry."""
    assert checks.number(value() if callable(value) else value) == 3.0


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "return"),
        ("3", "a string"),
        (True, "True/False"),
        (3j, "complex"),
        (math.nan, "NaN"),
        (-math.inf, "infinite"),
        (10**400, "300 digits"),
        ([3.0], "a list"),
        (np.ones(2), "shape (2,)"),
    ],
)
def test_number_says_what_else_it_found(value, words):
    """Each wrong kind of value gets its own words."""
    assert words in failure(checks.number, value, "the loss").message


def test_keys_names_what_is_missing():
    """Missing keys are named, further keys are no mistake."""
    checks.keys({"h": 1, "o": 2, "more": 3}, ["h", "o"])
    message = failure(checks.keys, {"h": 1, "O": 2}, ["h", "o"]).message
    assert "no key 'o'" in message
    assert "'O'" in message
    assert "dictionary" in failure(checks.keys, [1], ["h"]).message


@pytest.mark.parametrize(
    ("actual", "expected"),
    [
        (5, 5),
        (5.0, 5),
        (np.int64(5), 5),
        (" Model", "model"),
        (None, None),
        ((1, 2), [1, 2]),
        (np.array([1, 2]), (1, 2)),
        (True, True),
    ],
)
def test_same_accepts_equal_values(actual, expected):
    """Up to case, int or float, list or tuple."""
    checks.same(actual, expected)


@pytest.mark.parametrize(
    ("actual", "expected", "words"),
    [
        (True, 1, "True or False where a number"),
        ("5", 5, "a string where a number"),
        (None, 5, "return"),
        ([1, 2], [1, 2, 3], "2 entries, which is too few"),
        (27, 28, "27, which is wrong."),
    ],
)
def test_same_says_how_values_differ(actual, expected, words):
    """Without telling the expected value."""
    message = failure(checks.same, actual, expected).message
    assert words in message
    assert "28" not in message


def test_same_names_a_candidate_and_refuses_fractions():
    """Off by one has a name; comparing a fraction exactly is the author's mistake."""
    assert failure(checks.same, 27, 28, candidates=[(FROM_0, 27)]).diagnosis == "from-0"
    assert failure(checks.same, None, 28, candidates=[(INF_MISSED, None)]).diagnosis == "inf-missed"
    with pytest.raises(AuthorError, match="close"):
        checks.same(0.3, 0.3)


def test_not_mutated_sees_a_single_entry():
    """In-place changes are found, NaN that stays NaN is no change."""
    before = np.array([1.0, np.nan, 3.0])
    checks.not_mutated(before, before.copy())
    after = before.copy()
    after[2] += 1e-12
    failed = failure(checks.not_mutated, before, after, "x")
    assert "1 of 3" in failed.message
    assert failed.diagnosis == "changed-in-place"


def test_importing_checks_is_cheap():
    """Neither scipy nor torch is imported before a statistical check needs it."""
    code = "import sys, autograder.checks; print(sorted({'scipy', 'torch'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_failed_check_cannot_earn_everything():
    """A score of 1 or below 0 is the author's mistake."""
    for score in (1.0, -0.1):
        with pytest.raises(AuthorError, match="score"):
            checks.fail("wrong", score=score)
    failed = failure(checks.fail, FROM_0, "n", score=0.5, detail="details")
    assert (failed.message, failed.diagnosis, failed.score, failed.detail) == (
        "n is wrong: it is counted from 0.",
        "from-0",
        0.5,
        "details",
    )


def test_the_nearest_of_several_shapes_is_compared():
    """Where two orientations are right, the axis that is named is wrong for the one that was meant."""
    message = failure(checks.shape, np.ones((30, 3)), [(24, 30), (30, 24)]).message
    assert "expected (24, 30) or (30, 24)" in message
    assert "axis 1 is wrong" in message
