"""torch.save(model) instead of its state_dict."""

TASK = "mnist_cnn"
CAUGHT_BY = ("test_accuracy_on_the_test_set",)
SAYS = "more than weights"
FILES = {"mnist_cnn.pt": "whole"}

import torch


def whole():
    torch.save(CNN(), "mnist_cnn.pt")
