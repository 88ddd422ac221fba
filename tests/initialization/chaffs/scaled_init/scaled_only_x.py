"""x is divided once, the weights are not."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
CODE = "only-x-scaled"

import math


def scaled_statistics(x, layers):
    x = x / math.sqrt(len(x))
    for a in layers:
        x = a @ x
    return x.mean().item(), x.std().item()
