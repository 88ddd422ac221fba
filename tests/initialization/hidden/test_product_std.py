"""T1.2: mean and standard deviation of y = a @ x for standard normal a and x."""

from __future__ import annotations

import math

import numpy as np
import pytest

from autograder import checks
from solutions.initialization import product_mean_sd, product_std, product_std_sd
from tests.initialization.hidden.statistics_pair import pair

pytestmark = pytest.mark.task("product_std")


def measured(student, width, repeats, seeds):
    """Means and stds (one per seed) of calls at the same width."""
    found = [pair(student.product_statistics(width, repeats, int(seed)), "product_statistics") for seed in seeds]
    return np.array(found).T


@pytest.mark.task("product_std", weight=3)
def test_std_is_the_root_of_the_width(student, rng):
    """The mean of the entries of y is near 0 and their std near sqrt(width), for several widths.

    Six standard errors, twelve calls: 1e-7 for a right answer to fail. A single product, which scatters by 0.2 of its
    value, is that near in one call of three.
    """
    for width, repeats in [(25, 60)] * 10 + [(100, 30)] * 2:
        (mean,), (std,) = measured(student, width, repeats, [rng.integers(2**31)])
        right = product_std(width)
        wrong = {
            "a square root is missing, or squares are summed over the entries instead of averaged": float(width),
            "it is that of the entries of x, without the product with a": 1.0,
            "it is divided by the number of entries twice": 1.0 / math.sqrt(width),
            "squares are summed over the repeats instead of averaged": right * math.sqrt(repeats),
        }
        tolerance = 6 * product_std_sd(width, repeats) / right
        checks.close(std, right, "the std", rtol=tolerance, candidates=wrong)
        checks.close(mean, 0.0, "the mean", atol=6 * product_mean_sd(width, repeats))


@pytest.mark.task("product_std", weight=2)
def test_averages_squares_over_fresh_draws(student, rng):
    """Squares are averaged over all repeats before the root is taken, and every repeat draws its own a and x.

    Twenty calls of 100 repeats at width 2, where the order of averages matters. By simulation (4·10⁴ right answers,
    extrapolated) the sum of squared standard scores passes 110 with probability below 1e-7, and repeating one a stays
    under it with 1e-3; the pooled std is held to 6.5 standard errors.
    """
    width, repeats, calls = 2, 100, 20
    _, stds = measured(student, width, repeats, rng.integers(2**31, size=calls))
    right = product_std(width)
    wrong = {
        "roots are averaged: average the squares over all repeats first, then take the root": math.pi / 2 / right,
        "the std of each product is taken around that product's own mean, or stds are averaged": 1.0,
        "the stds of the products are averaged, around each product's own mean": right / 2,
    }
    pooled = math.sqrt(np.mean(stds**2))
    scores = (stds - right) / product_std_sd(width, repeats)
    spread = float(np.sum(((stds - pooled) / product_std_sd(width, repeats)) ** 2))
    if spread > 110:
        checks.fail(
            "results for different seeds scatter far more than an average over that many repeats does: draw a new a "
            "and a new x in every repeat, and average over all of them.",
            "not averaged over fresh draws",
            detail=f"sum of squared scores {float(scores @ scores):.0f}",
        )
    tolerance = 6.5 * product_std_sd(width, repeats * calls) / right
    checks.close(pooled, right, "the std", rtol=tolerance, candidates=wrong)


@pytest.mark.task("product_std", weight=1)
def test_seed_decides_the_draw(student, rng):
    """The same seed gives the same result, another seed another."""
    one, other = (int(seed) for seed in rng.integers(2**31, size=2))
    means, _ = measured(student, 6, 8, [one, one, other])
    if means[0] != means[1]:
        checks.fail("two calls with the same seed give different results.", "seed is not used")
    if means[0] == means[2]:
        checks.fail("two different seeds give the same result.", "seed is not used")
