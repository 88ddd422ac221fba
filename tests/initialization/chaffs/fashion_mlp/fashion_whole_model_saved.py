"""torch.save(model) instead of its state_dict."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-holds-code"
FILES = {"fashion_mlp.pt": "whole"}

import torch


def whole():
    torch.save(make_fashion_mlp(), "fashion_mlp.pt")
