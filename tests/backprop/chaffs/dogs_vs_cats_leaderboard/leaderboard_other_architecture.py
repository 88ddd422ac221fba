"""The architecture was changed after training."""

CAUGHT_BY = ("test_accuracy_on_the_test_images",)
CODE = "other-architecture"

from torch import nn


def make_cats_model():
    return nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 2))
