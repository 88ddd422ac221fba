"""Uniform with the right std."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in", "test_square_layer_is_normal")
CODE = "uniform-instead-of-normal"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.empty(fan_out, fan_in).uniform_(-1, 1) * math.sqrt(6 / fan_in)
