"""The squared deviations are added up, not averaged."""

CAUGHT_BY = ("test_estimate_agrees_with_the_squared_distance",)
CODE = "sum-over-samples"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    x = np.random.default_rng(seed).standard_normal((n_samples, len(w)))
    return float(np.sum((x @ w - x @ w_teacher) ** 2))
