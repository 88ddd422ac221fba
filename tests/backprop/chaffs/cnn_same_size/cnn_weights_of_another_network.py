"""The weights belong to another architecture."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "other-architecture"
FILES = {"cnn.pt": "other"}

import torch
from torch import nn


def other():
    torch.save({"state_dict": nn.Linear(784, 10).state_dict(), "report": {}, "data": "stand-in"}, "cnn.pt")
