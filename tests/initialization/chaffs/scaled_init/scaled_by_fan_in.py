"""Divided by fan_in; the root is missing."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
SAYS = "square root is missing"

import math


def scaled_statistics(x, layers):
    for a in layers:
        x = (a / a.shape[1]) @ x
    return x.mean().item(), x.std().item()
