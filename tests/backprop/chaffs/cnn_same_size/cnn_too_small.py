"""A network of a tenth of the size."""

CAUGHT_BY = ("test_has_the_size_of_the_perceptron",)
CODE = "other-size"

from torch import nn


def make_cnn():
    return nn.Sequential(nn.Conv2d(1, 8, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(8 * 13 * 13, 40), nn.Linear(40, 10))
