"""The architecture was changed after training."""

CAUGHT_BY = ("test_accuracy_on_the_test_images",)
SAYS = "do not fit"

from torch import nn


def make_cats_model():
    return nn.Sequential(nn.Flatten(), nn.Linear(3 * 64 * 64, 2))
