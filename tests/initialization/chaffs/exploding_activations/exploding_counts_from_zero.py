"""The layers are counted from 0."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite",)
CODE = "counted-from-0"

import torch


def exploding_layer(x, layers):
    for number, a in enumerate(layers):
        x = a @ x
        if not torch.isfinite(x).all():
            return number
