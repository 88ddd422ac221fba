"""One row is drawn and repeated."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out", "test_square_layer_is_uniform")
CODE = "identical-lines"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.empty(fan_in).uniform_(-math.sqrt(6 / (fan_in + fan_out)), math.sqrt(6 / (fan_in + fan_out))).repeat(fan_out, 1)
