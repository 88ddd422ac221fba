"""orthogonal_ with a gain, biases untouched, through model.apply."""

import torch
from torch import nn


def reinitialise(model, seed):
    generator = torch.Generator().manual_seed(seed)
    def change(module):
        if type(module) is nn.Linear:
            nn.init.orthogonal_(module.weight, gain=2**0.5, generator=generator)
    model.apply(change)
    return {"scheme": "orthogonal_", "gain": 2**0.5}
