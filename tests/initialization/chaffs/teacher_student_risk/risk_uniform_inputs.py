"""np.random.rand instead of randn: uniform inputs."""

CAUGHT_BY = ("test_estimate_agrees_with_the_squared_distance",)
CODE = "uniform-from-0-to-1"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    np.random.seed(seed)
    x = np.random.rand(n_samples, len(w))
    return float(np.mean((x @ w - x @ w_teacher) ** 2))
