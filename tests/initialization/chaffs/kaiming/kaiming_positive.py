"""Absolute values: no negative weights."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in", "test_square_layer_is_normal")
CODE = "one-sided"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.randn(fan_out, fan_in).abs() * math.sqrt(2 / fan_in)
