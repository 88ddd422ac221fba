"""The tensors are counted, not their entries."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "tensors-counted"

from torch import nn


def cats_parameters(model):
    return len(list(model.parameters()))
