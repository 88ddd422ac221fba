"""The loop goes on after the first nan, so the last layer wins."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite",)
CODE = "last-layer"

import torch


def exploding_layer(x, layers):
    layer = None
    for number, a in enumerate(layers, start=1):
        x = a @ x
        if not torch.isfinite(x).all():
            layer = number
    return layer
