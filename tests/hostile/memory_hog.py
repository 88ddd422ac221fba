"""Fills memory as fast as it can."""

import numpy as np


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    hoard = []
    while True:
        hoard.append(np.ones(10**8))
