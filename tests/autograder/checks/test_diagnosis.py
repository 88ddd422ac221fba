"""``diagnose.explain`` names mistakes that are there and none that are not."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks import Mistake
from autograder.checks.diagnosis import CONFIRMED, explain, relative_error
from autograder.checks.outcome import discrepancy
from autograder.checks.wording import ratio_in_words

SEEDS = st.integers(0, 2**32 - 1)


BIASED = Mistake("biased", "it is biased", "Look at the mean.")
DOUBLED = Mistake("counted-twice", "the regulariser is counted twice", "2λW.")


def random(seed, shape=(4, 3)):
    return np.random.default_rng(seed).normal(size=shape)


def name_of(diagnosis):
    return diagnosis.entry.code if diagnosis else None


def sentence(diagnosis):
    return discrepancy(diagnosis, "dW1").message


@given(SEEDS)
def test_a_right_answer_has_no_diagnosis(seed):
    """Right, and right up to float32 rounding, is never diagnosed, whatever candidates are given."""
    right = random(seed)
    candidates = [(BIASED, right * (1 + 1e-5)), (DOUBLED, right)]
    assert explain(right, right, batch_size=7, parameter=random(seed + 1), candidates=candidates) is None
    rounded = right.astype(np.float32).astype(float)
    assert explain(rounded, right, batch_size=7, parameter=right, candidates=candidates) is None


@given(SEEDS, st.floats(0.002, 0.2))
def test_a_near_miss_has_no_diagnosis(seed, noise):
    """A wrong array that only resembles a known mistake is not called by its name."""
    right, weights = random(seed), random(seed + 1)
    for wrong in (right, 7 * right, -right, right / 2, right[::-1], right + 0.5, right - 0.1 * weights, right**2):
        bent = wrong + noise * np.abs(wrong).max() * random(seed + 2)
        assert explain(bent, right, batch_size=7, parameter=weights) is None


@given(SEEDS)
def test_an_unrelated_array_has_no_diagnosis(seed):
    """Two independent arrays and two independent numbers have nothing to do with each other."""
    assert explain(random(seed), random(seed + 1), batch_size=5, parameter=random(seed + 2)) is None
    assert explain(np.array(3.1), np.array(1.7), batch_size=5) is None


@pytest.mark.parametrize("shape", [(), (1,), (6,), (4, 3)])
@pytest.mark.parametrize(
    ("factor", "name"),
    [
        (7, "sum-instead-of-mean"),
        (1 / 7, "divided-by-batch-size-twice"),
        (2, "twice-as-large"),
        (0.5, "half-as-large"),
        (-1, "wrong-sign"),
        (180 / np.pi, "degrees"),
    ],
)
def test_factors_with_a_meaning_are_named(shape, factor, name):
    """Also for a single number, where any other factor would say nothing."""
    right = random(3, shape)
    assert name_of(explain(factor * right, right, batch_size=7)) == name


@given(SEEDS, st.floats(0.01, 100).filter(lambda k: abs(k - 1) > 0.005))
def test_any_constant_factor_is_recognised_in_an_array(seed, factor):
    """Every factor gets some diagnosis, as the whole array confirms it; its size is told."""
    right = random(seed)
    diagnosis = explain(factor * right, right)
    assert diagnosis is not None
    assert name_of(diagnosis) in {"scaled-by-a-constant", "twice-as-large", "half-as-large", "degrees"}


def test_any_constant_factor_is_not_believed_from_one_or_two_entries():
    """Every number is a multiple of every other, so a single entry confirms nothing."""
    assert explain(np.array(3.3), np.array(1.1)) is None
    assert explain(np.array([3.3, 0.0, 0.0]), np.array([1.1, 0.0, 0.0])) is None


def test_a_sum_instead_of_a_mean_in_torch_is_the_batch_size():
    """The gradient of a summed loss, from autograd, is the mean's times the batch size."""
    x, t = torch.randn(9, 4, dtype=torch.float64), torch.randn(9, 2, dtype=torch.float64)
    gradients = []
    for reduction in ("sum", "mean"):
        w = torch.zeros(4, 2, dtype=torch.float64, requires_grad=True)
        per_sample = torch.nn.functional.mse_loss(x @ w, t, reduction="none").sum(1)
        getattr(per_sample, reduction)().backward()
        gradients.append(w.grad.numpy())
    diagnosis = explain(*gradients, batch_size=9)
    assert name_of(diagnosis) == "sum-instead-of-mean"
    assert "9 times" in sentence(diagnosis)


def test_missing_weight_decay_is_recognised_from_the_parameter():
    """SGD's weight decay adds λW to the gradient; leaving it out differs by a multiple of W."""
    w = torch.randn(5, 3, dtype=torch.float64, requires_grad=True)
    data = torch.randn(8, 5, dtype=torch.float64)
    (plain,) = torch.autograd.grad((data @ w).tanh().sum(), w)
    (full,) = torch.autograd.grad((data @ w).tanh().sum() + 0.005 * w.square().sum(), w)
    weights = w.detach().numpy()
    assert name_of(explain(plain.numpy(), full.numpy(), parameter=weights)) == "regulariser-share-wrong"
    assert explain(plain.numpy(), full.numpy()) is None


def test_a_constant_parameter_is_no_regulariser():
    """With W all ones "a multiple of W" is just an offset, and is called one."""
    right = random(5)
    assert name_of(explain(right + 0.3, right, parameter=np.ones_like(right))) == "constant-added"


@given(SEEDS)
def test_rearrangements_are_named(seed):
    """Transposed, permuted, reversed and shuffled arrays, square ones included."""
    wide, square, cube = random(seed, (2, 5)), random(seed, (4, 4)), random(seed, (3, 3, 3))
    assert name_of(explain(wide.T, wide)) == "transposed"
    assert name_of(explain(square.T, square)) == "transposed"
    assert name_of(explain(cube.transpose(1, 2, 0), cube)) == "axes-in-wrong-order"
    assert name_of(explain(random(seed, (2, 3, 4)).transpose(2, 0, 1), random(seed, (2, 3, 4)))) == (
        "axes-in-wrong-order"
    )
    assert name_of(explain(square[::-1], square)) == name_of(explain(square[:, ::-1], square)) == "reversed"
    assert name_of(explain(cube[::-1, ::-1, ::-1], cube)) == "reversed"


def test_a_filter_gradient_of_the_flipped_kernel_is_reversed():
    """Differentiating cross-correlation where convolution is meant reverses the filter's gradient."""
    x, upstream = random(0, 4), random(1, 4)
    padded = np.pad(x, 1)
    correlation = np.array([padded[k : k + 4] @ upstream for k in range(3)])
    w = torch.randn(3, dtype=torch.float64, requires_grad=True)
    signal = torch.tensor(x).view(1, 1, -1)
    out = torch.nn.functional.conv1d(signal, w.flip(0).view(1, 1, 3), padding=1).flatten()
    (right,) = torch.autograd.grad(out @ torch.tensor(upstream), w)
    assert name_of(explain(correlation, right.numpy())) == "reversed"


def test_the_right_numbers_in_the_wrong_order():
    """Weights numbered in another order are the same numbers; nearly equal numbers prove nothing."""
    right = np.array([0.1, 0.7, 0.3, 0.9, 0.2, 0.5])
    assert name_of(explain(right[[0, 2, 4, 1, 3, 5]], right)) == "wrong-order"
    mask = np.array([0.0, 1.0, 1.0, 0.0, 0.0, 1.0])
    assert explain(mask[[1, 3, 2, 0, 5, 4]], mask) is None


@pytest.mark.parametrize(
    ("function", "words"),
    [
        (np.square, "squared"),
        (np.sqrt, "square root"),
        (np.log, "logarithm"),
        (np.log10, "base 10"),
        (np.exp, "exponential"),
        (np.reciprocal, "inverted"),
        (lambda p: 1 - p, "1 minus"),
    ],
)
@pytest.mark.parametrize("right", [np.array([0.31, 1.7, 4.2, 0.9]), np.array(1.37)])
def test_a_wrong_function_of_the_right_value_is_named(function, words, right):
    """Variance for standard deviation, log-probability for probability, and their like."""
    assert words in sentence(explain(function(right), right))


@pytest.mark.parametrize(("actual", "expected"), [(1.0, 0.0), (9.0, 3.0), (math.e, 1.0), (0.25, 4.0)])
def test_round_numbers_prove_no_function(actual, expected):
    """1 is exp(0) and 1 − 0, 9 is 3²: a single round number has too many explanations."""
    assert explain(np.array(actual), np.array(expected)) is None


@pytest.mark.parametrize("size", [1e-200, 1e200])
def test_extreme_numbers_are_not_diagnosed_by_overflow(size):
    """Where the arithmetic of a hypothesis overflows, it is not confirmed."""
    wrong, right, weights = size * random(0), size * random(1), size * random(2)
    assert explain(wrong, right, batch_size=5, parameter=weights) is None


@given(SEEDS, st.sampled_from([-20.0, -0.3, 0.05, 100.0]))
def test_an_added_constant_is_named(seed, offset):
    """The same amount in every entry, small or large."""
    right = random(seed)
    assert name_of(explain(right + offset, right)) == "constant-added"


def test_a_large_offset_does_not_swallow_a_wrong_answer():
    """Next to 1000 every small array looks constant; that confirms nothing."""
    assert explain(1000 + random(0) * 0.001, random(1) * 0.001) is None


def test_zeros_are_named():
    """All zeros where something else is right; zero itself can be right."""
    assert name_of(explain(np.zeros((2, 2)), random(0, (2, 2)))) == "all-zeros"
    assert explain(np.zeros(3), np.zeros(3)) is None


def test_a_missing_reduction_is_named():
    """One value per sample where their mean or sum is asked for."""
    values = random(0, (6, 3))
    assert name_of(explain(values, values.mean(0))) == "not-averaged"
    assert name_of(explain(values, values.sum(1))) == "not-summed"
    assert name_of(explain(values, random(1, 3))) is None


def test_the_right_numbers_flattened():
    """Only the shape is wrong."""
    right = random(0, (2, 6))
    assert name_of(explain(right.ravel(), right)) == "right-numbers-in-wrong-shape"


def test_the_closest_candidate_is_named_before_anything_else():
    """The author's candidates know more than "twice as large", and the best of several is taken."""
    right = random(0)
    candidates = [(BIASED, 2.00005 * right), (BIASED, np.ones(3)), (DOUBLED, 2 * right)]
    assert name_of(explain(2 * right, right, candidates=candidates)) == "counted-twice"


def test_several_values_may_belong_to_one_mistake():
    """A mistake with two ways to be made is listed twice, and the numbers decide which way it was."""
    right = random(0)
    made = Mistake("made", "it was divided by {by}", "One sentence.")
    candidates = [(made(by="N"), right / 8), (made(by="2N"), right / 16)]
    diagnosis = explain(right / 16, right, candidates=candidates)
    assert sentence(diagnosis) == "dW1 is wrong: it was divided by 2N."


def test_a_candidate_too_near_the_right_value_is_not_named():
    """Under a wide tolerance, a candidate must be clearly nearer than the right value to be believed."""
    candidates = [(BIASED, np.array(1.05))]
    assert explain(np.array(1.03), np.array(1.0), candidates=candidates, tolerance=0.1) is None
    assert name_of(explain(np.array(1.049), np.array(1.0), candidates=candidates, tolerance=0.1)) == "biased"


def test_nan_has_no_diagnosis():
    """Neither has infinity, nor an empty array."""
    assert explain(np.array([np.nan, 1.0]), np.array([1.0, 2.0])) is None
    assert explain(np.array([np.inf, 1.0]), np.array([1.0, 2.0])) is None
    assert explain(np.array([]), np.array([])) is None


@pytest.mark.parametrize("seed", range(10))
def test_no_expected_number_is_told(seed):
    """A sentence holds no entry of the right array (as printed to three digits)."""
    right = 1000 * random(seed)
    for wrong in (right * 3.7, right.T, right[::-1], right + 5, right**2):
        diagnosis = explain(wrong, right, batch_size=8)
        assert diagnosis is None or not any(f"{abs(entry):.3g}" in sentence(diagnosis) for entry in right.ravel())


def test_relative_error_is_one_number_for_the_whole_array():
    """max|a − b| / max(max|a|, max|b|), by hand."""
    assert relative_error(np.array([1.0, 0.0]), np.array([1.0, 0.5])) == 0.5
    assert relative_error(np.array([-4.0, 1.0]), np.array([2.0, 1.0])) == 1.5
    assert relative_error(np.zeros(2), np.zeros(2)) == 0.0
    assert CONFIRMED < 5e-3


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (2**0.5, "about 1.41 times too large"),
        (0.25, "about 4 times too small"),
        (1.03, "about 3 % too large"),
        (0.95, "about 5 % too small"),
        (-3, "about 3 times too large, with the wrong sign"),
    ],
)
def test_ratios_in_words(ratio, words):
    """Read by students."""
    assert ratio_in_words(ratio) == words
