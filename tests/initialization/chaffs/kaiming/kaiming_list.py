"""A flat vector instead of a matrix."""

CAUGHT_BY = ("test_is_a_matrix_of_weights",)
CODE = "flattened"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.randn(fan_out * fan_in) * math.sqrt(2 / fan_in)
