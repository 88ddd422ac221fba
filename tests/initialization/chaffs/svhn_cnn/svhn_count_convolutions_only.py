"""Only the convolutions are counted."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "only-convolutions-counted"

from torch import nn


def count_parameters(model):
    return sum(p.numel() for m in model.modules() if isinstance(m, nn.Conv2d) for p in m.parameters())
