"""Samples from multivariate_normal with the identity as covariance, norm of a 1-by-n matrix."""

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    rng = np.random.default_rng(seed)
    x = rng.multivariate_normal(np.zeros(w.size), np.eye(w.size), size=n_samples)
    deviations = (w - w_teacher).reshape(1, -1) @ x.T
    return np.linalg.norm(deviations) ** 2 / n_samples
