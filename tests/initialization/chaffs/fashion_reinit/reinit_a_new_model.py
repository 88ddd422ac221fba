"""A new network is initialised, the given one is not touched."""

CAUGHT_BY = ("test_every_linear_layer_gets_new_weights",)
SAYS = "in place"

import torch
from torch import nn


def reinitialise(model, seed):
    model = make_fashion_mlp()
    for module in model.modules():
        if isinstance(module, nn.Linear):
            nn.init.xavier_normal_(module.weight)
    return {"scheme": "xavier_normal_"}
