"""The variance is returned as std."""

CAUGHT_BY = ("test_weights_follow_the_named_scheme",)
SAYS = "not what torch.nn.init.normal_"

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.normal_(module.weight, 0.0, 0.05)
    return {"scheme": "normal_", "mean": 0.0, "std": 0.0025}
