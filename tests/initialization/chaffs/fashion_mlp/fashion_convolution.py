"""A convolutional network."""

CAUGHT_BY = ("test_is_a_multilayer_perceptron",)
CODE = "convolution"

from torch import nn


def make_fashion_mlp():
    return nn.Sequential(nn.Conv2d(1, 8, 3, 2), nn.ReLU(), nn.Flatten(), nn.Linear(8 * 13 * 13, 64), nn.ReLU(), nn.Linear(64, 10))
