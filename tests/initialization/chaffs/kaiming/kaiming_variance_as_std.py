"""The variance 2/fan_in is used as the std."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in", "test_square_layer_is_normal")
CODE = "variance-as-std"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.randn(fan_out, fan_in) * 2 / fan_in
