"""A perceptron of the right size."""

CAUGHT_BY = ("test_is_a_convolutional_network",)
CODE = "no-convolution"

from torch import nn


def make_cnn():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 256), nn.ReLU(), nn.Linear(256, 10))
