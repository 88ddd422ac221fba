"""2·fan_in instead of fan_in + fan_out: the same on square layers only."""

CAUGHT_BY = ("test_bound_is_made_of_fan_in_and_fan_out",)
CODE = "fan-in-twice"

import math
import torch


def xavier_init(fan_in, fan_out):
    return torch.empty(fan_out, fan_in).uniform_(-1, 1) * math.sqrt(3 / fan_in)
