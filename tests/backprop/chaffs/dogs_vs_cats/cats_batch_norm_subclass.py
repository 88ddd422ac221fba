"""A subclass of torch's batch normalisation that changes nothing."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch
from torch import nn


class MyOwn(nn.BatchNorm2d):
    """My own implementation."""


def make_cats_model():
    return nn.Sequential(nn.Conv2d(3, 8, 5, stride=4), MyOwn(8), nn.ReLU(), nn.Flatten(), nn.Linear(1800, 2))
