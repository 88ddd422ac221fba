"""One tanh, after the last layer."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
SAYS = "once, at the end"

import math
import torch


def tanh_statistics(x, layers):
    for a in layers:
        x = a @ x
    x = torch.tanh(x)
    return x.mean().item(), x.std().item()
