"""Normal with the right std instead of uniform."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out", "test_square_layer_is_uniform")
CODE = "normal-instead-of-uniform"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.randn(fan_out, fan_in) * math.sqrt(2 / (fan_in + fan_out))
