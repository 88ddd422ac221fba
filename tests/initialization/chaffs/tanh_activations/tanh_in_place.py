"""x is changed in place."""

CAUGHT_BY = ("test_leaves_its_arguments_alone",)
SAYS = "in place"

import math
import torch


def tanh_statistics(x, layers):
    for a in layers:
        x.copy_(a @ x).tanh_()
    return x.mean().item(), x.std().item()
