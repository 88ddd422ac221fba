"""The last layer has no tanh."""

CAUGHT_BY = ("test_mean_and_std_after_tanh_layers",)
CODE = "last-layer-without-tanh"

import math
import torch


def tanh_statistics(x, layers):
    layers = list(layers)
    for a in layers[:-1]:
        x = torch.tanh(a @ x)
    x = layers[-1] @ x
    return x.mean().item(), x.std().item()
