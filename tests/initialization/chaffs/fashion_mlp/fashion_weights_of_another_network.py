"""The weights are those of an earlier architecture."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "other-architecture"
FILES = {"fashion_mlp.pt": "another"}

import torch
from torch import nn


def another():
    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 10))
    torch.save({"state_dict": model.state_dict(), "report": {}, "data": "stand-in"}, "fashion_mlp.pt")
