"""T1.2: mean and standard deviation of y = a @ x for standard normal a and x."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder import checks
from autograder.checks.catalogue import randomness
from solutions.initialization import product_mean_sd, product_std, product_std_sd
from tests.initialization.hidden import catalogue
from tests.initialization.hidden.statistics_pair import pair

pytestmark = pytest.mark.task("product_std")


def measured(student, width, repeats, seeds):
    """Means and stds (one per seed) of calls at the same width."""
    what = "the result of product_statistics"
    pairs = [pair(student.product_statistics(width, repeats, int(seed)), what) for seed in seeds]
    return np.array(pairs).T


@pytest.mark.task("product_std", weight=3)
def test_std_is_the_root_of_the_width(student, rng):
    """The mean of the entries of y is near 0 and their std near sqrt(width), for several widths.

    With six standard errors and twelve calls, a correct answer fails with probability 1e-7. A single product scatters
    by 0.2 of its value and is within the tolerance in one call of three.
    """
    for width, repeats in [(25, 60)] * 10 + [(100, 30)] * 2:
        (mean,), (std,) = measured(student, width, repeats, [rng.integers(2**31)])
        expected = product_std(width)
        wrong_stds = [
            (catalogue.SQUARE_ROOT_OR_MEAN_MISSING, float(width)),
            (catalogue.STD_OF_X, 1.0),
            (catalogue.DIVIDED_BY_WIDTH_TWICE, 1.0 / math.sqrt(width)),
            (catalogue.SUMMED_OVER_REPEATS, expected * math.sqrt(repeats)),
        ]
        tolerance = 6 * product_std_sd(width, repeats) / expected
        checks.close(std, expected, "the std", rtol=tolerance, candidates=wrong_stds)
        checks.close(mean, 0.0, "the mean", atol=6 * product_mean_sd(width, repeats))


@pytest.mark.task("product_std", weight=2)
def test_averages_squares_over_fresh_draws(student, rng):
    """Squares are averaged over all repeats before the root is taken, and every repeat draws its own a and x.

    Twenty calls of 100 repeats at width 2, where the order of averages matters. By simulation (4·10⁴ correct answers,
    extrapolated), the sum of squared standard scores exceeds 110 with probability below 1e-7; that of an answer with
    one a for all repeats stays below it with probability 1e-3. The pooled std may be off by 6.5 standard errors.
    """
    width, repeats, calls = 2, 100, 20
    _, stds = measured(student, width, repeats, rng.integers(2**31, size=calls))
    expected = product_std(width)
    wrong_stds = [
        (catalogue.ROOTS_AVERAGED, math.pi / 2 / expected),
        (catalogue.AROUND_OWN_MEAN, 1.0),
        (catalogue.STDS_AVERAGED, expected / 2),
    ]
    pooled = math.sqrt(np.mean(stds**2))
    scores = (stds - expected) / product_std_sd(width, repeats)
    spread = float(np.sum(((stds - pooled) / product_std_sd(width, repeats)) ** 2))
    if spread > 110:
        detail = f"sum of squared scores {float(scores @ scores):.0f}"
        checks.fail(catalogue.NOT_AVERAGED_OVER_DRAWS, detail=detail)
    tolerance = 6.5 * product_std_sd(width, repeats * calls) / expected
    wrong_stds.sort(key=lambda wrong: abs(wrong[1] - pooled))  # two may lie within the tolerance
    checks.close(pooled, expected, "the std", rtol=tolerance, candidates=wrong_stds)


@pytest.mark.task("product_std", weight=1)
def test_seed_decides_the_draw(student, rng):
    """The same seed gives the same result, another seed gives another result."""
    seed, other = (int(number) for number in rng.integers(2**31, size=2))
    means, _ = measured(student, 6, 8, [seed, seed, other])
    if means[0] != means[1]:
        checks.fail(randomness.SEED_IGNORED)
    if means[0] == means[2]:
        checks.fail(randomness.SEED_FIXED)
