"""fan_out instead of fan_in: the same on square layers."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in",)
CODE = "fan-out-mode"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.randn(fan_out, fan_in) * math.sqrt(2 / fan_out)
