"""The generator is seeded inside, so all layers are the same."""

CAUGHT_BY = ("test_every_call_draws_anew",)
CODE = "seed-set-inside"

import math
import torch


def xavier_init(fan_in, fan_out):
    torch.manual_seed(211)
    bound = math.sqrt(6 / (fan_in + fan_out))
    return torch.empty(fan_out, fan_in).uniform_(-bound, bound)
