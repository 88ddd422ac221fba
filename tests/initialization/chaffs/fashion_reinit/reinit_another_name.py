"""Another scheme is named than was used."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
SAYS = "not what torch.nn.init.xavier_uniform_"

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight)
    return {"scheme": "xavier_uniform_"}
