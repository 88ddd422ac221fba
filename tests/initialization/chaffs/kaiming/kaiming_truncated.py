"""Cut off at two standard deviations."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in", "test_square_layer_is_normal")
CODE = "not-normal"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.nn.init.trunc_normal_(torch.empty(fan_out, fan_in), std=math.sqrt(2 / fan_in), a=-2 * math.sqrt(2 / fan_in), b=2 * math.sqrt(2 / fan_in))
