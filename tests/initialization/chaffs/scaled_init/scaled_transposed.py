"""The vector is multiplied from the left, which transposes every matrix."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
SAYS = "wrong"

import math


def scaled_statistics(x, layers):
    for a in layers:
        x = x @ (a / math.sqrt(a.shape[1]))
    return x.mean().item(), x.std().item()
