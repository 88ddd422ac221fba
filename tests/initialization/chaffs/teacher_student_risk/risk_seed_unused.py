"""The seed is an argument that nothing uses."""

CAUGHT_BY = ("test_same_seed_gives_the_same_estimate",)
CODE = "seed-ignored"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    x = np.random.default_rng().standard_normal((n_samples, len(w)))
    return float(np.mean((x @ w - x @ w_teacher) ** 2))
