"""The layers are indexed, which a generator does not allow."""

CAUGHT_BY = ("test_reads_a_generator_once",)
CODE = "raised"

import torch


def exploding_layer(x, layers):
    for number in range(len(layers)):
        x = layers[number] @ x
        if not torch.isfinite(x).all():
            return number + 1
