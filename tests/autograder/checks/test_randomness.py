"""``autograder.checks`` on random numbers: how rarely right samples fail, and what wrong ones are called."""

import math

import numpy as np
import pytest

from autograder import checks
from autograder.checks import CheckFailed, Mistake
from autograder.errors import AuthorError
from tests.helpers.failures import failure
from tests.helpers.later import import_later

torch = import_later("torch")
stats = import_later("scipy.stats")

BOUND = math.sqrt(6 / 500)
STD = math.sqrt(2 / 300)

FAN_IN = Mistake("fan-in", "fan_in is used alone", "fan_in + fan_out.")
FAN_OUT = Mistake("fan-out", "fan_out is used instead of fan_in", "Rows and columns of W.")


def drawn(seed, kind, scale, shape=(300, 200)):
    rng = np.random.default_rng(seed)
    return rng.uniform(-scale, scale, shape) if kind == "uniform" else rng.normal(0, scale, shape)


@pytest.mark.framework
def test_the_frameworks_own_initialisers_pass():
    """torch.nn.init is an independent source of both distributions."""
    torch.manual_seed(0)
    layer = torch.empty(200, 300)
    checks.uniform(torch.nn.init.xavier_uniform_(layer), BOUND)
    checks.normal(torch.nn.init.kaiming_normal_(layer), STD)
    checks.normal(torch.nn.init.normal_(layer, mean=3.0, std=0.1), 0.1, mean=3.0)


@pytest.mark.slow
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
    assert "% too" in failure(checks.uniform, drawn(seed, "uniform", factor * BOUND), BOUND).message
    assert "% too" in failure(checks.normal, drawn(seed, "normal", factor * STD), STD).message


@pytest.mark.parametrize(
    ("make", "diagnosis"),
    [
        (lambda: drawn(1, "normal", BOUND / math.sqrt(3)), "normal-instead-of-uniform"),
        (lambda: drawn(1, "normal", BOUND), "normal-instead-of-uniform"),
        (lambda: drawn(1, "normal", 1.0), "normal-instead-of-uniform"),
        (lambda: drawn(1, "uniform", BOUND * math.sqrt(2)), "scale-off-by-a-factor"),
        (lambda: drawn(1, "uniform", BOUND / math.sqrt(3)), "scale-off-by-a-factor"),
        (lambda: drawn(1, "uniform", BOUND**2), "square-root-missing"),
        (lambda: drawn(1, "uniform", 1.0), "wrong-bound"),
        (lambda: drawn(1, "uniform", math.sqrt(6 / 300)), "fan-in"),
        (lambda: np.abs(drawn(1, "uniform", BOUND)), "one-sided"),
        (lambda: drawn(1, "uniform", BOUND) + BOUND / 10, "wrong-mean"),
        (lambda: np.zeros((300, 200)), "all-zeros"),
        (lambda: np.full((300, 200), BOUND), "all-entries-equal"),
        (lambda: np.tile(drawn(1, "uniform", BOUND, 200), (300, 1)), "identical-lines"),
        (lambda: np.tile(drawn(1, "uniform", BOUND, (300, 1)), (1, 200)), "identical-lines"),
        (lambda: np.sign(drawn(1, "normal", 1.0)) * BOUND, "values-repeat"),
        (lambda: BOUND * np.sin(drawn(1, "uniform", math.pi)), ""),
    ],
)
def test_uniform_names_the_mistake(make, diagnosis):
    """What was drawn instead is told, and nothing when it is none of the known mistakes."""
    failed = failure(checks.uniform, make(), BOUND, candidates=[(FAN_IN, math.sqrt(6 / 300))])
    assert failed.diagnosis == diagnosis
    assert f"{BOUND:.2g}" not in failed.message


@pytest.mark.parametrize(
    ("make", "diagnosis"),
    [
        (lambda: drawn(2, "uniform", STD * math.sqrt(3)), "uniform-instead-of-normal"),
        (lambda: drawn(2, "uniform", STD), "uniform-instead-of-normal"),
        (lambda: drawn(2, "uniform", 1.0), "uniform-instead-of-normal"),
        (lambda: drawn(2, "normal", STD**2), "variance-as-std"),
        (lambda: drawn(2, "normal", STD / math.sqrt(2)), "scale-off-by-a-factor"),
        (lambda: drawn(2, "normal", math.sqrt(2 / 200)), "fan-out"),
        (lambda: drawn(2, "normal", 1.0), "wrong-std"),
        (lambda: drawn(2, "normal", STD) + STD / 5, "wrong-mean"),
        (lambda: np.abs(drawn(2, "normal", STD)), "one-sided"),
        (lambda: np.random.default_rng(2).laplace(0, STD / math.sqrt(2), (300, 200)), ""),
    ],
)
def test_normal_names_the_mistake(make, diagnosis):
    """What was drawn instead is told, and nothing when it is none of the known mistakes."""
    failed = failure(checks.normal, make(), STD, candidates=[(FAN_OUT, math.sqrt(2 / 200))])
    assert failed.diagnosis == diagnosis
    assert f"{STD:.2g}" not in failed.message


def test_small_samples_are_not_called_by_a_wrong_name():
    """500 values that reach 1 % too far are still uniform: no claim that they are normal."""
    for seed in range(20):
        sample = drawn(seed, "uniform", 1.05, 500)
        assert "normal" not in failure(checks.uniform, sample, 1.0).diagnosis


def test_too_few_values_and_senseless_settings():
    """A small answer is the student's fault, a bound of 0 the author's."""
    assert "only 12 entries" in failure(checks.uniform, np.ones((3, 4)), 1.0).message
    with pytest.raises(AuthorError):
        checks.uniform(drawn(0, "uniform", 1.0), 0.0)
    with pytest.raises(AuthorError):
        checks.normal(drawn(0, "normal", 1.0), 1.0, false_fail=0.0)


def test_mean_std_for_any_distribution():
    """Exponential(1) has mean and standard deviation 1; 5 % off in either is noticed in 10⁵ values."""
    values = np.random.default_rng(4).exponential(1.0, 100_000)
    checks.mean_std(values, 1.0, 1.0)
    assert failure(checks.mean_std, values + 0.05, 1.0, 1.0).diagnosis == "wrong-mean"
    assert failure(checks.mean_std, (values - 1) * 1.05, 0.0, 1.0).diagnosis == "wrong-std"
