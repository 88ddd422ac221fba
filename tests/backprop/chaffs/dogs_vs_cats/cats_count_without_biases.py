"""Biases are not counted."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "biases-not-counted"

from torch import nn


def cats_parameters(model):
    return sum(p.numel() for name, p in model.named_parameters() if "bias" not in name and p.requires_grad)
