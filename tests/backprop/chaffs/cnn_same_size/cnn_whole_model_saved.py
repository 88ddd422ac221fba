"""The whole model was pickled."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-holds-code"
FILES = {"cnn.pt": "whole"}

import torch
from torch import nn


def whole():
    torch.save(nn.Linear(784, 10), "cnn.pt")
