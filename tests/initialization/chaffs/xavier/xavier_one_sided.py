"""Uniform from 0 to the bound."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out", "test_square_layer_is_uniform")
CODE = "one-sided"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.rand(fan_out, fan_in) * math.sqrt(6 / (fan_in + fan_out))
