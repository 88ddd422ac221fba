"""A multilayer perceptron."""

CAUGHT_BY = ("test_is_a_convolutional_network",)
CODE = "no-convolution"

from torch import nn


def make_svhn_cnn():
    return nn.Sequential(nn.Flatten(), nn.Linear(3 * 32 * 32, 64), nn.ReLU(), nn.Linear(64, 10))
