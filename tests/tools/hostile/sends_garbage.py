"""Returns things that cannot be sent, or that lie about what they are."""

import numpy as np


class Liar(float):
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        return True

    def __sub__(self, other):
        return 0.0


def attack(number, honest, args, kwargs):
    endless = []
    endless.append(endless)
    garbage = (
        lambda: Liar(1e9),
        lambda: np.array([None, object()]),
        lambda: endless,
        lambda: {"total": 10**5000, "fc_percent": float("nan")},
        lambda: np.broadcast_to(np.float64(0), (10**9,)),
    )
    return garbage[number % len(garbage)]()
