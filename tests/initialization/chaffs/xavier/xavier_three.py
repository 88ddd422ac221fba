"""3 where 6 belongs."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out", "test_square_layer_is_uniform")
CODE = "3-instead-of-6"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.empty(fan_out, fan_in).uniform_(-1, 1) * math.sqrt(3 / (fan_in + fan_out))
