"""Six, of Kaiming uniform's bound, as the variance."""

CAUGHT_BY = ("test_variance_is_two_over_fan_in", "test_square_layer_is_normal")
CODE = "6-instead-of-2"

import math
import torch


def kaiming_init(fan_in, fan_out):
    return torch.randn(fan_out, fan_in) * math.sqrt(6 / fan_in)
