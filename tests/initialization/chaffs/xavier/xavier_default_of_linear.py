"""1/sqrt(fan_in), as nn.Linear starts."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out", "test_square_layer_is_uniform")
CODE = "default-of-linear"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.empty(fan_out, fan_in).uniform_(-1, 1) / math.sqrt(fan_in)
