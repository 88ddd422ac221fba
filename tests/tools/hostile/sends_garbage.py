"""Returns things that cannot be sent, or that lie about what they are."""

import numpy as np


class Liar(float):
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __sub__(self, other):
        return 0.0


def monte_carlo_risk(w, w_teacher, n_samples, seed):
    return Liar(1e9)


def init_std(phi, fan_in):
    return np.array([None, object()])


def vgg11_table():
    endless = []
    endless.append(endless)
    return endless


def vgg11_summary():
    return {"total": 10**5000, "fc_percent": float("nan")}


def xavier_init(fan_in, fan_out):
    return np.broadcast_to(np.float64(0), (10**9,))
