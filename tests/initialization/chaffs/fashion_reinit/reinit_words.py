"""The scheme is described in words."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
SAYS = "no such function"

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight)
    return {"scheme": "Xavier Normal"}
