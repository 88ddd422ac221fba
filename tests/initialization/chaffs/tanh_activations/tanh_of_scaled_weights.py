"""The weights are scaled, as in T1.3."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
SAYS = "scaled by sqrt"

import math
import torch


def tanh_statistics(x, layers):
    for a in layers:
        x = torch.tanh(a / math.sqrt(a.shape[1]) @ x)
    return x.mean().item(), x.std().item()
