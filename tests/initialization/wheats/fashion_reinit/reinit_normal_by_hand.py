"""N(0, 0.05²) drawn without nn.init, the name written with its module."""

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            module.weight.data = 0.05 * torch.randn(module.weight.shape)
    return {"scheme": "torch.nn.init.normal_", "mean": 0.0, "std": 0.05}
