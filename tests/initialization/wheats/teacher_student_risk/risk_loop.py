"""A loop over the samples with the legacy generator, in float32 sums."""

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    np.random.seed(seed)
    total = 0.0
    for _ in range(n_samples):
        x = np.random.randn(len(w))
        total += (np.dot(w, x) - np.dot(w_teacher, x)) ** 2
    return total / n_samples
