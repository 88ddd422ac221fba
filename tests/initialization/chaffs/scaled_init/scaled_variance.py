"""The variance is returned instead of the std."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
SAYS = "variance"

import math


def scaled_statistics(x, layers):
    for a in layers:
        x = (a / math.sqrt(a.shape[1])) @ x
    return x.mean().item(), x.var().item()
