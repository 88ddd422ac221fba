"""The variance is returned instead of the std."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
SAYS = "variance"

import math
import torch


def tanh_statistics(x, layers):
    for a in layers:
        x = torch.tanh(a @ x)
    return x.mean().item(), x.var().item()
