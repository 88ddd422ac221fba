"""torch.save(model) instead of its state_dict."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-holds-code"
FILES = {"mnist_cnn.pt": "whole"}

import torch


def whole():
    torch.save(CNN(), "mnist_cnn.pt")
