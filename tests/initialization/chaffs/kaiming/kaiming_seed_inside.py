"""The generator is seeded inside, so all layers are the same."""

CAUGHT_BY = ("test_every_call_draws_anew",)
CODE = "seed-set-inside"

import math
import torch


def kaiming_init(fan_in, fan_out):
    torch.manual_seed(211)
    return torch.randn(fan_out, fan_in) * math.sqrt(2 / fan_in)
