"""A vector instead of a matrix."""

CAUGHT_BY = ("test_is_a_matrix_of_weights",)
CODE = "flattened"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.empty(fan_in * fan_out).uniform_(-math.sqrt(6 / (fan_in + fan_out)), math.sqrt(6 / (fan_in + fan_out)))
