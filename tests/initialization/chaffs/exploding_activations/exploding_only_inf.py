"""Only inf is looked for; where nan comes at once it is never seen."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite",)
SAYS = "the number of the layer is None"

import torch


def exploding_layer(x, layers):
    for number, a in enumerate(layers, start=1):
        x = a @ x
        if torch.isinf(x).any():
            return number
