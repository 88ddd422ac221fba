"""The gain is not returned."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
SAYS = "times too large"

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight, gain=2**0.5)
    return {"scheme": "xavier_normal_"}
