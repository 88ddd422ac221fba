"""x is looked at once, after the last layer."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite",)
CODE = "last-layer"

import torch


def exploding_layer(x, layers):
    for number, a in enumerate(layers, start=1):
        x = a @ x
    return number if torch.isnan(x).any() else None
