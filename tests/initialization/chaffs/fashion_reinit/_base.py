"""A right answer in other words than the model answer; wrong answers change a line of it."""

import math
import torch
from torch import nn


def reinitialise(model, seed):
    torch.manual_seed(seed)
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight)
    return {"scheme": "xavier_normal_"}
