"""xavier_uniform_ with a gain, constant biases, name without the underscore."""

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_uniform_(module.weight, gain=1.5); nn.init.constant_(module.bias, 0.1)
    return {"scheme": "xavier_uniform", "gain": 1.5}
