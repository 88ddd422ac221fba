"""The scheme that nn.Linear starts from anyway."""

CAUGHT_BY = ("test_is_another_scheme_than_before",)
SAYS = "starts from this very scheme"

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.kaiming_uniform_(module.weight, a=math.sqrt(5))
    return {"scheme": "kaiming_uniform_", "a": math.sqrt(5)}
