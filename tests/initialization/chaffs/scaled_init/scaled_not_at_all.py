"""The weights are used as they are."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
SAYS = "not scaled"

import math


def scaled_statistics(x, layers):
    for a in layers:
        x = a @ x
    return x.mean().item(), x.std().item()
