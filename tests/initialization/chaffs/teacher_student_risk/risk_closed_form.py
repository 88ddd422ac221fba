"""Returns the formula that was to be confirmed by sampling."""

CAUGHT_BY = ("test_estimates_scatter_as_means_of_n_samples",)
CODE = "same-for-every-seed"

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    return float(np.sum((w - w_teacher) ** 2))
