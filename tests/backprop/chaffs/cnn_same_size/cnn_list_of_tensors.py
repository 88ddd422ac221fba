"""A list of tensors instead of a state_dict."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-without-weights"
FILES = {"cnn.pt": "listed"}

import torch


def listed():
    torch.save([torch.zeros(3)], "cnn.pt")
