"""The given layers are ignored and the sheet's own network is run."""

CAUGHT_BY = ("test_finds_the_first_layer_that_is_not_finite", "test_is_none_when_all_stays_finite")
CODE = "wrong-value"

import torch


def exploding_layer(x, layers):
    x = torch.randn(512)
    for number in range(1, 101):
        x = torch.randn(512, 512) @ x
        if not torch.isfinite(x).all():
            return number
