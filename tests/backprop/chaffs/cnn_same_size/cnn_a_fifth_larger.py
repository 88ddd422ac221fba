"""A network a fifth larger than the perceptron."""

CAUGHT_BY = ("test_has_the_size_of_the_perceptron",)
CODE = "other-size"

from torch import nn


def make_cnn():
    return nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.MaxPool2d(4), nn.Flatten(), nn.Linear(784, 810), nn.Linear(810, 10))
