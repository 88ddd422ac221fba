"""Everything in the state_dict is counted."""

TASK = "dogs_vs_cats"
CAUGHT_BY = ("test_counts_every_parameter",)
SAYS = "buffers"

from torch import nn


def cats_parameters(model):
    return sum(value.numel() for value in model.state_dict().values())
