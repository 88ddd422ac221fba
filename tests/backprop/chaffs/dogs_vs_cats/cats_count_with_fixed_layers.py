"""What is not trained is counted too."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "fixed-parameters-counted"

from torch import nn


def cats_parameters(model):
    return sum(p.numel() for p in model.parameters())
