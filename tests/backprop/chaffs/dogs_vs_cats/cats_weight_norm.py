"""torch's weight normalisation as a parametrisation."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch
from torch import nn


def make_cats_model():
    return nn.Sequential(nn.utils.parametrizations.weight_norm(nn.Conv2d(3, 8, 5, stride=4)), nn.ReLU(), nn.Flatten(), nn.Linear(1800, 2))
