"""``autograder.checks``: right answers pass, wrong ones fail with a sentence that helps and gives nothing away."""

import math
import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from autograder import checks
from autograder.checks import CheckFailed
from autograder.model import AuthorError

SEEDS = st.integers(0, 2**32 - 1)
VGG_ROWS = [("INPUT", (8, 8, 3), 0), ("CONV3-16", (8, 8, 16), 448), ("ReLU", (8, 8, 16), 0), ("FC-10", (10,), 10250)]


def failure(check, *args, **kwargs):
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value


# --- values --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "None"),
        ("text", "a string"),
        ({"a": 1}, "a dictionary"),
        ([[1.0, 2.0], [3.0, 4.0]], "a list; return a tensor or an array"),
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
    sentence = failure(checks.array, value, (2, 2), "dW1").sentence
    assert sentence.startswith("dW1")
    assert words in sentence


def test_array_names_a_transposed_shape():
    """Rows and columns swapped is the commonest wrong shape."""
    failed = failure(checks.array, np.ones((5, 3)), (3, 5), "dW1")
    assert failed.diagnosis == "transposed"
    assert "(5, 3)" in failed.sentence
    assert "expected (3, 5)" in failed.sentence
    assert failure(checks.shape, np.ones((4, 2, 3)), (2, 3, 4)).diagnosis == "axes in the wrong order"


@pytest.mark.parametrize(
    "value", [np.arange(6).reshape(2, 3), torch.ones(2, 3, requires_grad=True), np.ones((2, 3), np.float16)]
)
def test_array_takes_integers_and_tensors_of_any_precision(value):
    """The answer comes back in float64."""
    data = checks.array(value, (2, None))
    assert data.dtype == np.float64
    assert data.shape == (2, 3)


def test_array_takes_lists_when_told_to():
    """``lists_ok`` takes nested lists of numbers; other dtypes can be asked for."""
    assert checks.array([[1, 2], [3, 4]], (2, 2), lists_ok=True).tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert checks.array(np.array([1, 2]), dtype_kind="i").dtype == np.int64
    assert "decimal point" in failure(checks.array, np.array([1.5]), dtype_kind="i").sentence


def test_shape_allows_one_of_several():
    """A list of shapes holds alternatives, a tuple is one shape."""
    for shape in ((3, 5), (5, 3)):
        checks.shape(np.full(shape, np.nan), [(3, 5), (5, 3)])
    assert "axis 1" in failure(checks.shape, np.ones((3, 4)), [(3, 5), (5, 3)]).sentence


@pytest.mark.parametrize("value", [3, 3.0, np.float32(3), np.array(3), np.array([3.0]), torch.tensor(3.0)])
def test_number_takes_anything_that_is_one_number(value):
    """Python, numpy and torch numbers, and arrays with a single entry."""
    assert checks.number(value) == 3.0


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
    assert words in failure(checks.number, value, "the loss").sentence


def test_keys_names_what_is_missing():
    """Missing keys are named, further keys are no mistake."""
    checks.keys({"h": 1, "o": 2, "more": 3}, ["h", "o"])
    sentence = failure(checks.keys, {"h": 1, "O": 2}, ["h", "o"]).sentence
    assert "no key 'o'" in sentence
    assert "'O'" in sentence
    assert "dictionary" in failure(checks.keys, [1], ["h"]).sentence


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
        ([1, 2], [1, 2, 3], "2 entries: too few"),
        (27, 28, "27, which is wrong."),
    ],
)
def test_same_says_how_values_differ(actual, expected, words):
    """Without telling the expected value."""
    sentence = failure(checks.same, actual, expected).sentence
    assert words in sentence
    assert "28" not in sentence


def test_same_names_a_candidate_and_refuses_fractions():
    """Off by one has a name; comparing a fraction exactly is the author's mistake."""
    assert failure(checks.same, 27, 28, candidates={"counted from 0": 27}).diagnosis == "counted from 0"
    assert failure(checks.same, None, 28, candidates={"inf is missed": None}).diagnosis == "inf is missed"
    with pytest.raises(AuthorError, match="close"):
        checks.same(0.3, 0.3)


def test_not_mutated_sees_a_single_entry():
    """In-place changes are found, NaN that stays NaN is no change."""
    before = np.array([1.0, np.nan, 3.0])
    checks.not_mutated(before, before.copy())
    after = before.copy()
    after[2] += 1e-12
    failed = failure(checks.not_mutated, before, after, "x")
    assert "1 of 3" in failed.sentence
    assert failed.diagnosis == "changed in place"


# --- closeness -----------------------------------------------------------------------------------------------------


@given(SEEDS, st.integers(1, 200))
def test_close_passes_float32_and_refuses_one_percent(seed, size):
    """float32 matrix products pass the default tolerance; a scale off by 1 % and one entry off by 1 % do not."""
    rng = np.random.default_rng(seed)
    a, b = rng.normal(size=(3, size)), rng.normal(size=(size, 4))
    right = a @ b
    checks.close((a.astype(np.float32) @ b.astype(np.float32)), right)
    assert failure(checks.close, right * 1.01, right).diagnosis == "scaled by a constant"
    bent = right.copy()
    bent.flat[np.abs(right).argmax()] *= 1.01
    assert "1 of 12 entries" in failure(checks.close, bent, right).sentence


def test_close_tells_a_ratio_and_never_the_expected_number():
    """A number: "about 1.41 times too large", neither 12.5 nor the value found."""
    sentence = failure(checks.close, 12.5 * math.sqrt(2), 12.5, "the std").sentence
    assert sentence == "the std is wrong: it is about 1.41 times too large."
    assert failure(checks.close, 1.0, 0.0, "the mean").sentence == "the mean is wrong: it is too far off."


def test_close_survives_the_largest_numbers():
    """Overflow makes an answer wrong, never a warning or a crash."""
    huge = np.array([1e308, -1e308])
    assert failure(checks.close, huge, -huge).diagnosis
    assert "200 %" in failure(checks.close, huge, np.array([-1e308, 3e307])).sentence
    assert "too far off" in failure(checks.close, 1e308, 1e-300).sentence


def test_close_diagnoses():
    """Sign, transposition, a candidate: named in the sentence and as the diagnosis."""
    right = np.random.default_rng(0).normal(size=(3, 5))
    assert failure(checks.close, -right, right).diagnosis == "wrong sign"
    assert failure(checks.close, right.T, right, "dW").diagnosis == "transposed"
    failed = failure(checks.close, right.clip(0), right, candidates={"ReLU applied": right.clip(0)})
    assert failed.diagnosis == "ReLU applied"
    assert "ReLU applied" in failed.sentence
    assert "rel" in failed.detail


def test_close_with_a_wide_tolerance_names_a_candidate_within_it():
    """A Monte-Carlo answer is as far from the candidate as noise allows."""
    failed = failure(checks.close, 2.02, 1.0, rtol=0.05, candidates={"the square root is missing": 2.0})
    assert failed.diagnosis == "the square root is missing"
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
    assert "6 times too large, the batch size" in failed.sentence
    assert (
        failure(checks.gradient, by_hand - 0.2 * w, w.grad, "dW", parameter=w).diagnosis == "regulariser's share wrong"
    )


# --- randomness ----------------------------------------------------------------------------------------------------

BOUND = math.sqrt(6 / 500)
STD = math.sqrt(2 / 300)


def drawn(seed, kind, scale, shape=(300, 200)):
    rng = np.random.default_rng(seed)
    return rng.uniform(-scale, scale, shape) if kind == "uniform" else rng.normal(0, scale, shape)


def test_the_frameworks_own_initialisers_pass():
    """torch.nn.init is an independent source of both distributions."""
    torch.manual_seed(0)
    layer = torch.empty(200, 300)
    checks.uniform(torch.nn.init.xavier_uniform_(layer), BOUND)
    checks.normal(torch.nn.init.kaiming_normal_(layer), STD)
    checks.normal(torch.nn.init.normal_(layer, mean=3.0, std=0.1), 0.1, mean=3.0)


@pytest.mark.parametrize("size", [500, 4000])
@pytest.mark.parametrize("kind", ["uniform", "normal"])
def test_false_fails_are_as_rare_as_stated(kind, size):
    """At false_fail = 0.1, of 300 right samples no more fail than a binomial allows (1 in 10⁶)."""
    check = getattr(checks, kind)
    failed = 0
    for seed in range(300):
        try:
            check(drawn(seed, kind, 0.3, size), 0.3, false_fail=0.1)
        except CheckFailed:
            failed += 1
    assert stats.binom.sf(failed - 1, 300, 0.1) > 1e-6
    assert failed > 0


@pytest.mark.parametrize("factor", [0.97, 1.03])
@pytest.mark.parametrize("seed", range(5))
def test_three_percent_of_scale_are_noticed(factor, seed):
    """With 60,000 values, at a false-fail probability of 1e-9."""
    assert "% too" in failure(checks.uniform, drawn(seed, "uniform", factor * BOUND), BOUND).sentence
    assert "% too" in failure(checks.normal, drawn(seed, "normal", factor * STD), STD).sentence


@pytest.mark.parametrize(
    ("make", "diagnosis"),
    [
        (lambda: drawn(1, "normal", BOUND / math.sqrt(3)), "normal instead of uniform"),
        (lambda: drawn(1, "normal", BOUND), "normal instead of uniform"),
        (lambda: drawn(1, "normal", 1.0), "normal instead of uniform"),
        (lambda: drawn(1, "uniform", BOUND * math.sqrt(2)), "bound √2 times too large"),
        (lambda: drawn(1, "uniform", BOUND / math.sqrt(3)), "bound √3 times too small"),
        (lambda: drawn(1, "uniform", BOUND**2), "square root missing"),
        (lambda: drawn(1, "uniform", 1.0), "wrong bound"),
        (lambda: drawn(1, "uniform", math.sqrt(6 / 300)), "fan_in alone"),
        (lambda: np.abs(drawn(1, "uniform", BOUND)), "one-sided"),
        (lambda: drawn(1, "uniform", BOUND) + BOUND / 10, "wrong mean"),
        (lambda: np.zeros((300, 200)), "all zeros"),
        (lambda: np.full((300, 200), BOUND), "all entries equal"),
        (lambda: np.tile(drawn(1, "uniform", BOUND, 200), (300, 1)), "identical rows"),
        (lambda: np.tile(drawn(1, "uniform", BOUND, (300, 1)), (1, 200)), "identical columns"),
        (lambda: np.sign(drawn(1, "normal", 1.0)) * BOUND, "values repeat"),
        (lambda: BOUND * np.sin(drawn(1, "uniform", math.pi)), ""),
    ],
)
def test_uniform_names_the_mistake(make, diagnosis):
    """What was drawn instead is told, and nothing when it is none of the known mistakes."""
    failed = failure(checks.uniform, make(), BOUND, candidates={"fan_in alone": math.sqrt(6 / 300)})
    assert failed.diagnosis == diagnosis
    assert f"{BOUND:.2g}" not in failed.sentence


@pytest.mark.parametrize(
    ("make", "diagnosis"),
    [
        (lambda: drawn(2, "uniform", STD * math.sqrt(3)), "uniform instead of normal"),
        (lambda: drawn(2, "uniform", STD), "uniform instead of normal"),
        (lambda: drawn(2, "uniform", 1.0), "uniform instead of normal"),
        (lambda: drawn(2, "normal", STD**2), "variance used as standard deviation"),
        (lambda: drawn(2, "normal", STD / math.sqrt(2)), "standard deviation √2 times too small"),
        (lambda: drawn(2, "normal", math.sqrt(2 / 200)), "fan_out instead of fan_in"),
        (lambda: drawn(2, "normal", 1.0), "wrong standard deviation"),
        (lambda: drawn(2, "normal", STD) + STD / 5, "wrong mean"),
        (lambda: np.abs(drawn(2, "normal", STD)), "one-sided"),
        (lambda: np.random.default_rng(2).laplace(0, STD / math.sqrt(2), (300, 200)), ""),
    ],
)
def test_normal_names_the_mistake(make, diagnosis):
    """What was drawn instead is told, and nothing when it is none of the known mistakes."""
    failed = failure(checks.normal, make(), STD, candidates={"fan_out instead of fan_in": math.sqrt(2 / 200)})
    assert failed.diagnosis == diagnosis
    assert f"{STD:.2g}" not in failed.sentence


def test_small_samples_are_not_called_by_a_wrong_name():
    """500 values that reach 1 % too far are still uniform: no claim that they are normal."""
    for seed in range(20):
        sample = drawn(seed, "uniform", 1.05, 500)
        assert "normal" not in failure(checks.uniform, sample, 1.0).diagnosis


def test_too_few_values_and_senseless_settings():
    """A small answer is the student's fault, a bound of 0 the author's."""
    assert "only 12 entries" in failure(checks.uniform, np.ones((3, 4)), 1.0).sentence
    with pytest.raises(AuthorError):
        checks.uniform(drawn(0, "uniform", 1.0), 0.0)
    with pytest.raises(AuthorError):
        checks.normal(drawn(0, "normal", 1.0), 1.0, false_fail=0.0)


def test_mean_std_for_any_distribution():
    """Exponential(1) has mean and standard deviation 1; 5 % off in either is noticed in 10⁵ values."""
    values = np.random.default_rng(4).exponential(1.0, 100_000)
    checks.mean_std(values, 1.0, 1.0)
    assert failure(checks.mean_std, values + 0.05, 1.0, 1.0).diagnosis == "wrong mean"
    assert failure(checks.mean_std, (values - 1) * 1.05, 0.0, 1.0).diagnosis == "wrong standard deviation"


# --- models --------------------------------------------------------------------------------------------------------


def test_parameter_count_against_torch():
    """784·10 weights and 10 biases; leaving the biases out is named, the right count is not told."""
    layer = torch.nn.Linear(784, 10)
    right = sum(p.numel() for p in layer.parameters())
    checks.parameter_count(7850, right)
    candidates = {"the biases are not counted": layer.weight.numel()}
    assert failure(checks.parameter_count, 7840, right, candidates=candidates).diagnosis == "the biases are not counted"
    sentence = failure(checks.parameter_count, 15700, right).sentence
    assert "about 2 times too large" in sentence
    assert "7850" not in sentence


def test_layer_table_accepts_other_spellings():
    """Case, dashes, lists for tuples, an int for one axis, axes of length 1."""
    rows = [["input", [8, 8, 3], 0], ["Conv3 16", (8, 8, 16), 448.0], ["relu", (8, 8, 16), 0], ["FC_10", 10, 10250]]
    checks.layer_table(rows, VGG_ROWS)
    checks.layer_table([*rows[:3], ("FC-10", (1, 1, 10), 10250)], VGG_ROWS)


@pytest.mark.parametrize(
    ("change", "diagnosis", "words"),
    [
        ({1: ("CONV3-16", (8, 8, 16), 432), 3: ("FC-10", (10,), 10240)}, "the biases are not counted", "row 2"),
        ({1: ("CONV3-16", (16, 8, 8), 448)}, "channels first instead of last", "output shape is wrong in row 2"),
        ({2: ("ReLU", (8, 8, 16), 448)}, "these layers have no parameters", "row 3 (ReLU)"),
        ({3: ("FC-10", (10,), 10251)}, "", "row 4"),
        ({1: ("CONV3-16", (8, 8, 16), 447)}, "", "row 2"),
        ({1: ("CONV3-16", (8.5, 8.5, 16), 448)}, "", "whole numbers"),
        ({1: ("CONV3-16", "8x8x16", 448)}, "", "text"),
        ({1: VGG_ROWS[2], 2: VGG_ROWS[1]}, "wrong order of layers", "row 2"),
        ({1: ("CONV3-16", 448)}, "", "form"),
    ],
)
def test_layer_table_names_rows_and_mistakes(change, diagnosis, words):
    """Every wrong row is named, no right value is told."""
    rows = [change.get(i, row) for i, row in enumerate(VGG_ROWS)]
    failed = failure(checks.layer_table, rows, VGG_ROWS)
    assert failed.diagnosis == diagnosis
    assert words in failed.sentence
    assert "10250" not in failed.sentence


def test_layer_table_counts_rows():
    """A missing row and something that is no table."""
    assert "3 rows: some are missing" in failure(checks.layer_table, VGG_ROWS[:3], VGG_ROWS).sentence
    assert "list of rows" in failure(checks.layer_table, "rows", VGG_ROWS).sentence


@pytest.mark.parametrize(("correct", "score"), [(8499, 0.0), (8500, 0.5), (8600, 0.625), (8700, 0.75), (8899, 0.99875)])
def test_accuracy_marks_rise_linearly_from_half(correct, score):
    """85 % gives half, 89 % all, a straight line between, nothing below."""
    assert failure(checks.accuracy, correct, 10_000, 0.85, 0.89).score == pytest.approx(score)


def test_accuracy_full_marks_and_open_parameters():
    """The full mark passes, ``at_pass`` moves the first step, and 84.999 % does not read as 85 %."""
    assert checks.accuracy(89, 100, 0.85, 0.89) == 0.89
    assert checks.accuracy(85, 100, 0.85, 0.85) == 0.85
    assert failure(checks.accuracy, 85, 100, 0.85, 0.89, at_pass=0.2).score == pytest.approx(0.2)
    assert "84.99 %" in failure(checks.accuracy, 84_999, 100_000, 0.85, 0.89).sentence
    with pytest.raises(AuthorError):
        checks.accuracy(5, 4, 0.85, 0.89)


def test_loss_decreases():
    """Falls, stays, rises, falls too little, holds NaN, has the wrong length."""
    checks.loss_decreases([2.3, 1.0, 0.6], to=0.5, count=3)
    checks.loss_decreases(np.array([-1.0, -2.0]))
    assert failure(checks.loss_decreases, [2.3, 2.3, 2.3]).diagnosis == "loss constant"
    assert failure(checks.loss_decreases, [1.0, 0.5, 1.2]).diagnosis == "loss does not fall"
    assert failure(checks.loss_decreases, [1.0, 0.9], to=0.5).diagnosis == "loss falls too little"
    assert "NaN" in failure(checks.loss_decreases, [1.0, math.nan]).sentence
    assert "too few" in failure(checks.loss_decreases, [2.0, 1.0], count=3).sentence
    assert "two" in failure(checks.loss_decreases, [2.0]).sentence


# --- retraining ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accuracies", "decision"),
    [
        ([0.90], "accept"),
        ([0.80], "reject"),
        ([0.851], "train again"),
        ([0.849, 0.852], "accept"),
        ([0.851, 0.84], "reject"),
        ([0.9, 0.1], "accept"),
    ],
)
def test_retraining_decides_near_the_threshold_only(accuracies, decision):
    """Far from the threshold the first training decides, near it the mean of two."""
    assert checks.retrain_rule(accuracies, 0.85, 10_000, 0.004).decision == decision


@pytest.mark.parametrize(("n_test", "seed_sd"), [(10_000, 0.004), (500, 0.004), (2000, 0.0), (50_000, 0.02)])
def test_retraining_rates_agree_with_simulation(n_test, seed_sd):
    """Draw recipes at threshold ± margin, apply the rule, count: within four standard errors of the computed rates."""
    rng, trials, threshold, margin = np.random.default_rng(11), 20_000, 0.85, 0.01
    rule = checks.retrain_rule([threshold], threshold, n_test, seed_sd, margin)
    test_sd = math.sqrt(threshold * (1 - threshold) / n_test)
    band = 2 * math.hypot(seed_sd, test_sd)
    for true, rate in ((threshold + margin, rule.false_fail), (threshold - margin, 1 - rule.false_pass)):
        shared = rng.normal(true, test_sd, trials)
        first, second = shared + rng.normal(0, 1, (2, trials)) * seed_sd
        alone = np.abs(first - threshold) > band
        rejected = np.where(alone, first < threshold, (first + second) / 2 < threshold).mean()
        assert abs(rejected - rate) < 4 * math.sqrt(max(rate * (1 - rate), 1e-4) / trials)


def test_retraining_refuses_senseless_input():
    """The author's faults are told as such."""
    with pytest.raises(AuthorError, match="one or two"):
        checks.retrain_rule([], 0.85, 100, 0.01)
    with pytest.raises(AuthorError, match="threshold"):
        checks.retrain_rule([0.9], 1.5, 100, 0.01)


# --- the package ---------------------------------------------------------------------------------------------------


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
    failed = failure(checks.fail, "wrong", "why", 0.5, "details")
    assert (failed.sentence, failed.diagnosis, failed.score, failed.detail) == ("wrong", "why", 0.5, "details")


def test_the_nearest_of_several_shapes_is_compared():
    """Where two orientations are right, the axis that is named is wrong for the one that was meant."""
    sentence = failure(checks.shape, np.ones((30, 3)), [(24, 30), (30, 24)]).sentence
    assert "expected (24, 30) or (30, 24)" in sentence
    assert "axis 1 is wrong" in sentence
