"""Q1: the Monte-Carlo risk of a linear student."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from scipy.special import chdtr, gammainccinv, gammaincinv

from autograder import checks
from autograder.checks.catalogue import randomness
from autograder.checks.distributions import ks_pvalue
from solutions.initialization import risk
from tests.initialization.hidden import catalogue_theory as catalogue

pytestmark = pytest.mark.task("teacher_student_risk")

WHAT = "the estimated risk"
FALSE_FAIL = 1e-9
"""Probability that a correct estimate falls outside the accepted range, for each check of this file."""


@pytest.mark.task("teacher_student_risk", weight=3)
def test_estimate_agrees_with_the_squared_distance(student, rng):
    """With many samples, the estimated risk is the squared distance between student and teacher."""
    n_samples = 20_000
    # (wᵀx − w_tᵀx)² is risk·χ²₁, so n·estimate/risk follows χ²ₙ: about ±6 % here.
    low = 2 * gammaincinv(n_samples / 2, FALSE_FAIL / 2) / n_samples  # quantiles of χ² with n_samples degrees
    high = 2 * gammainccinv(n_samples / 2, FALSE_FAIL / 2) / n_samples
    ratios, mistakes = [], []
    for w, w_teacher in _telling_pairs(rng, n_samples):
        estimate = checks.number(student.monte_carlo_risk(w, w_teacher, n_samples, _seed(rng)), WHAT)
        ratios.append(estimate / risk(w, w_teacher))
        wrong = _wrong(w, w_teacher, n_samples)
        mistakes.append({mistake for mistake, value in wrong if abs(estimate / value - 1) < 0.1})
    if all(low <= ratio <= high for ratio in ratios):
        return
    confirmed = set.intersection(*mistakes)
    if len(confirmed) == 1:
        checks.fail(confirmed.pop(), WHAT)
    checks.fail(catalogue.RISK_OFF(ratios=" and ".join(f"{ratio:.3g}" for ratio in ratios)), WHAT)


@pytest.mark.task("teacher_student_risk", weight=2)
def test_estimates_scatter_as_means_of_n_samples(student, rng):
    """Different seeds give different estimates, which scatter as means of n_samples independent samples do."""
    # The entries have about the same size and a small sum, so that inputs of another distribution, which the first
    # test finds, scatter in the same way.
    w_teacher, signs = rng.normal(size=6), rng.permutation([1.0, 1.0, 1.0, -1.0, -1.0, -1.0])
    w = w_teacher + signs * rng.uniform(0.8, 1.2, 6)
    n_samples, seeds = 10, [int(seed) for seed in rng.choice(2**31, 120, replace=False)]
    results = student.probe("risks", w, w_teacher, n_samples, seeds)
    estimates = np.array([checks.number(value, WHAT) for value in results])
    if np.ptp(estimates) <= 1e-9 * np.abs(estimates).max():
        checks.fail(catalogue.SAME_FOR_EVERY_SEED)
    if estimates.mean() <= 0:
        checks.fail(catalogue.NEGATIVE_RISK)
    # The first test checks the mean, so the scatter is compared relative to it. Dividing by the observed mean only
    # brings the values closer to χ²; the p-value of Kolmogorov and Smirnov stays an upper bound.
    scaled = n_samples * estimates / estimates.mean()
    if ks_pvalue(chdtr(n_samples, np.sort(scaled))) < FALSE_FAIL:
        usual, spread = np.sqrt(2 / n_samples), estimates.std() / abs(estimates.mean())
        entry = catalogue.SCATTERS_LESS if spread < usual else catalogue.SCATTERS_MORE
        checks.fail(entry(ratio=float(spread / usual)))


def test_equal_student_and_teacher_have_no_risk(student, rng):
    """A student that equals its teacher has risk zero, any other student has a positive risk."""
    w = rng.normal(size=8)
    estimate = checks.number(student.monte_carlo_risk(w, w.copy(), 500, _seed(rng)), "the risk of w = w_t")
    if abs(estimate) > 1e-9:
        checks.fail(catalogue.RISK_OF_TEACHER_NOT_ZERO)
    other = checks.number(student.monte_carlo_risk(w, -w, 500, _seed(rng)), "the risk of w = −w_t")
    if other <= 0:
        checks.fail(catalogue.RISK_NOT_POSITIVE)


def test_same_seed_gives_the_same_estimate(student, rng):
    """The same seed gives the same estimate again, another seed gives another one."""
    w, w_teacher, seed = rng.normal(size=4), rng.normal(size=4), _seed(rng)
    first, other, again = student.probe("risks", w, w_teacher, 50, [seed, seed + 1, seed])
    for value in (first, other, again):
        checks.number(value, WHAT)
    if first != again:
        checks.fail(randomness.SEED_IGNORED)
    if first == other:
        checks.fail(randomness.SEED_FIXED)


def _seed(rng: np.random.Generator) -> int:
    return int(rng.integers(1, 2**31 - 1))


def _telling_pairs(rng: np.random.Generator, n_samples: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Students and teachers in 7 and 18 dimensions that tell all mistakes, and the correct answer, from each other.

    Two of these look alike where, for both pairs, one estimate can be within 10 % of both.
    """
    while True:
        pairs = [(rng.normal(1.0, 1.0, d), rng.normal(-0.5, 1.5, d)) for d in (7, 18)]
        values = [[risk(*pair), *(wrong for _, wrong in _wrong(*pair, n_samples))] for pair in pairs]
        both = zip(*values, strict=True)
        if not any(
            all(0.9 / 1.1 < a / b < 1.1 / 0.9 for a, b in zip(first, second, strict=True))
            for first, second in combinations(both, 2)
        ):
            return pairs


def _wrong(w: np.ndarray, w_teacher: np.ndarray, n_samples: int) -> list[tuple[checks.Mistake, float]]:
    """Mistakes, each with the expected value of the estimate that it leads to."""
    v, true_risk = w - w_teacher, risk(w, w_teacher)
    return [
        (catalogue.SUM_OVER_SAMPLES, true_risk * n_samples),
        (catalogue.MEAN_OVER_COORDINATES, true_risk / w.size),
        (catalogue.FACTOR_HALF, true_risk / 2),
        (catalogue.SQUARE_MISSING, float(np.sqrt(2 * true_risk / np.pi))),
        (catalogue.ROOT_OF_RISK, float(np.sqrt(true_risk))),
        (catalogue.SQUARE_OF_RISK, true_risk**2),
        (catalogue.TEACHER_NOT_SUBTRACTED, float(w @ w)),
        (catalogue.ONE_X_FOR_ALL, float(v.sum() ** 2)),
        (catalogue.SQUARES_SUBTRACTED, float(w @ w - w_teacher @ w_teacher)),
        (catalogue.UNIFORM_0_1, float(v @ v / 12 + v.sum() ** 2 / 4)),
        (catalogue.UNIFORM_1_1, true_risk / 3),
    ]
