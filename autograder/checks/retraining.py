"""Decides by retraining when one result is too near a threshold to tell, with the error rates of the rule."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from autograder.errors import AuthorError


@dataclass(frozen=True)
class Retraining:
    """What to do next, and how often the whole rule errs."""

    decision: Literal["accept", "reject", "train again"]
    false_fail: float
    """Probability that a recipe whose true accuracy is ``margin`` above the threshold is rejected."""
    false_pass: float
    """Probability that a recipe whose true accuracy is ``margin`` below the threshold is accepted."""


def retrain_rule(
    accuracies: Sequence[float],
    threshold: float,
    n_test: int,
    seed_sd: float,
    margin: float = 0.01,
    band: float = 2.0,
) -> Retraining:
    """Accept or reject a training recipe by the accuracies of one or two trainings with different seeds.

    Model: training k reaches X_k = μ + T + S_k. μ is the recipe's true accuracy; S_k ~ N(0, seed_sd²) differs by seed;
    T ~ N(0, p(1 − p) / n_test), p = ``threshold``, comes from the finite test set, which both trainings share.

    Rule: with σ² = seed_sd² + p(1 − p) / n_test, one training accepts if X₁ ≥ p + band·σ and rejects if
    X₁ < p − band·σ. In between a second one is made, and the mean M = (X₁ + X₂) / 2 decides: accepted if M ≥ p.

    Rates: P(reject | μ) = P(X₁ < p − band·σ) + ∫ φ(x; μ, σ) P(M < p | X₁ = x) dx over p ± band·σ, where, given x, M is
    normal with mean (x + μ + ρ(x − μ)) / 2 and std σ·sqrt(1 − ρ²) / 2, ρ = p(1 − p) / (n_test σ²) being the correlation
    of X₁ and X₂. Taken at μ = p + margin for a false fail, and 1 − P(reject) at μ = p − margin for a false pass.

    >>> retrain_rule([0.91], threshold=0.85, n_test=10_000, seed_sd=0.004).decision
    'accept'
    """
    if not (0 < threshold < 1 and n_test > 0 and seed_sd >= 0 and margin >= 0 and band > 0):
        raise AuthorError("retrain_rule() needs 0 < threshold < 1, n_test > 0, seed_sd ≥ 0, margin ≥ 0 and band > 0")
    if len(accuracies) not in (1, 2):
        raise AuthorError(f"retrain_rule() decides after one or two trainings, not {len(accuracies)}")
    test_variance = threshold * (1 - threshold) / n_test
    sd = math.sqrt(seed_sd**2 + test_variance)
    correlation = min(1.0, test_variance / sd**2)
    return Retraining(
        decision=_decide(accuracies, threshold, band * sd),
        false_fail=_rejected(margin / sd, band, correlation),
        false_pass=1 - _rejected(-margin / sd, band, correlation),
    )


def _decide(
    accuracies: Sequence[float], threshold: float, half_width: float
) -> Literal["accept", "reject", "train again"]:
    excess = accuracies[0] - threshold
    if excess >= half_width:
        return "accept"
    if excess < -half_width:
        return "reject"
    if len(accuracies) == 1:
        return "train again"
    return "accept" if sum(accuracies) / 2 >= threshold else "reject"


def _rejected(mean: float, band: float, correlation: float) -> float:
    """P(reject) for a recipe ``mean`` standard deviations above the threshold; all in units of σ."""
    from scipy import integrate, stats

    rest = math.sqrt(1 - correlation**2)

    def undecided_then_rejected(x: float) -> float:
        second = mean + correlation * (x - mean)
        below = stats.norm.cdf((-x - second) / rest) if rest else float(x + second < 0)
        return float(stats.norm.pdf(x - mean) * below)

    again, _ = integrate.quad(undecided_then_rejected, -band, band, points=[0.0])
    return float(stats.norm.cdf(-band - mean) + again)
