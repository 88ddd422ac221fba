"""``autograder.checks`` on closeness and gradients: float32 passes, and the sentence gives no number away."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autograder import checks
from autograder.checks import Mistake
from autograder.errors import AuthorError
from tests.helpers.failures import failure

SEEDS = st.integers(0, 2**32 - 1)

ROOT = Mistake("root", "the square root is missing", "Variance or standard deviation?")
RELU = Mistake("relu", "ReLU is applied", "The output is linear.")


@given(SEEDS, st.integers(1, 200))
def test_close_passes_float32_and_refuses_one_percent(seed, size):
    """float32 matrix products pass the default tolerance; a scale off by 1 % and one entry off by 1 % do not."""
    rng = np.random.default_rng(seed)
    a, b = rng.normal(size=(3, size)), rng.normal(size=(size, 4))
    right = a @ b
    checks.close((a.astype(np.float32) @ b.astype(np.float32)), right)
    assert failure(checks.close, right * 1.01, right).diagnosis == "scaled-by-a-constant"
    bent = right.copy()
    bent.flat[np.abs(right).argmax()] *= 1.01
    assert "1 of 12 entries" in failure(checks.close, bent, right).message


def test_close_tells_a_ratio_and_never_the_expected_number():
    """A number: "about 1.41 times too large", neither 12.5 nor the value found."""
    message = failure(checks.close, 12.5 * math.sqrt(2), 12.5, "the std").message
    assert message == "The std is wrong: it is about 1.41 times too large."
    assert failure(checks.close, 1.0, 0.0, "the mean").message == "The mean is wrong: it is too far off."


def test_close_survives_the_largest_numbers():
    """Overflow makes an answer wrong, never a warning or a crash."""
    huge = np.array([1e308, -1e308])
    assert failure(checks.close, huge, -huge).diagnosis
    assert "200 %" in failure(checks.close, huge, np.array([-1e308, 3e307])).message
    assert "too far off" in failure(checks.close, 1e308, 1e-300).message


def test_close_diagnoses():
    """Sign, transposition, a candidate: named in the sentence and as the diagnosis."""
    right = np.random.default_rng(0).normal(size=(3, 5))
    assert failure(checks.close, -right, right).diagnosis == "wrong-sign"
    assert failure(checks.close, right.T, right, "dW").diagnosis == "transposed"
    failed = failure(checks.close, right.clip(0), right, candidates=[(RELU, right.clip(0))])
    assert failed.diagnosis == "relu"
    assert "ReLU is applied" in failed.message
    assert "rel" in failed.detail


def test_close_with_a_wide_tolerance_names_a_candidate_within_it():
    """A Monte-Carlo answer is as far from the candidate as noise allows."""
    failed = failure(checks.close, 2.02, 1.0, rtol=0.05, candidates=[(ROOT, 2.0)])
    assert failed.diagnosis == "root"
    checks.close(1.04, 1.0, rtol=0.05)


def test_close_around_zero_needs_an_absolute_tolerance():
    """Zeros have no scale; the author says how small is zero."""
    noise = np.full(3, 1e-7)
    failure(checks.close, noise, np.zeros(3))
    checks.close(noise, np.zeros(3), atol=1e-6)


def test_a_reference_that_is_not_finite_is_the_authors_fault():
    """Nothing that a student could hand in would be right."""
    with pytest.raises(AuthorError, match="reference"):
        checks.close(np.ones(2), np.array([1.0, np.nan]))


def test_gradient_against_autograd():
    """A linear layer's gradient: right passes in float32, a sum for a mean is named with the batch size."""
    x, w = torch.randn(6, 4, dtype=torch.float64), torch.randn(4, 3, dtype=torch.float64, requires_grad=True)
    (x @ w).square().sum(1).mean().backward()
    by_hand = 2 * x.T @ (x @ w).detach() / 6
    checks.gradient(by_hand, w.grad, "dW", rtol=1e-9)
    checks.gradient(by_hand.float(), w.grad, "dW")
    failed = failure(checks.gradient, by_hand * 6, w.grad, "dW", batch_size=6)
    assert "6 times too large, and 6 is the batch size" in failed.message
    assert failure(checks.gradient, by_hand - 0.2 * w, w.grad, "dW", parameter=w).diagnosis == "regulariser-share-wrong"
