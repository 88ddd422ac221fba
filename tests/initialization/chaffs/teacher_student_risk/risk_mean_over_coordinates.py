"""The mean runs over samples and coordinates of the elementwise products."""

CAUGHT_BY = ("test_estimate_agrees_with_the_squared_distance",)
CODE = "mean-over-coordinates"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    x = np.random.default_rng(seed).standard_normal((n_samples, len(w)))
    return float(np.mean((x * w - x * w_teacher) ** 2))
