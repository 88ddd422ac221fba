"""Softmax regression: one linear layer."""

CAUGHT_BY = ("test_is_a_multilayer_perceptron",)
CODE = "no-hidden-layer"

from torch import nn


def make_fashion_mlp():
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
