"""tanh is applied to the input of each layer."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
SAYS = "to the input of each layer"

import math
import torch


def tanh_statistics(x, layers):
    for a in layers:
        x = a @ torch.tanh(x)
    return x.mean().item(), x.std().item()
