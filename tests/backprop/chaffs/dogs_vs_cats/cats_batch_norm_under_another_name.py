"""torch's batch normalisation imported under another name."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch
from torch import nn
from torch.nn import BatchNorm2d as Scale


def make_cats_model():
    return nn.Sequential(nn.Conv2d(3, 8, 5, stride=4), Scale(8), nn.ReLU(), nn.Flatten(), nn.Linear(1800, 2))
