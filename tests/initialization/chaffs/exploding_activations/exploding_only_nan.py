"""Only nan is looked for, as the hint says; inf is missed."""

CAUGHT_BY = ("test_infinity_counts_as_well_as_nan",)
SAYS = "inf is missed"

import torch


def exploding_layer(x, layers):
    for number, a in enumerate(layers, start=1):
        x = a @ x
        if torch.isnan(x).any():
            return number
