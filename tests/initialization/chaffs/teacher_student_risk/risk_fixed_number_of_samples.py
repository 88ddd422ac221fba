"""n_samples is ignored: always 10,000."""

CAUGHT_BY = ("test_estimates_scatter_as_means_of_n_samples",)
CODE = "scatters-less-than-n-samples"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    x = np.random.default_rng(seed).standard_normal((10_000, len(w)))
    return float(np.mean((x @ w - x @ w_teacher) ** 2))
