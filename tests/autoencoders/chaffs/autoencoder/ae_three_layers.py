"""Three layers on either side."""

CAUGHT_BY = ("test_four_linear_layers_down_and_four_up",)
CODE = "other-depth"

from torch import nn


def make_autoencoder():
    return nn.Sequential(
        nn.Sequential(nn.Flatten(), nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 30), nn.ReLU(), nn.Linear(30, 2)),
        nn.Sequential(nn.Linear(2, 30), nn.ReLU(), nn.Linear(30, 400), nn.ReLU(), nn.Linear(400, 784), nn.Sigmoid(), nn.Unflatten(1, (1, 28, 28))),
    )
