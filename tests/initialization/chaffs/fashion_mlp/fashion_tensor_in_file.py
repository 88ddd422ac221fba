"""A single tensor was saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "file-without-weights"
FILES = {"fashion_mlp.pt": "tensor"}

import torch


def tensor():
    torch.save(torch.zeros(784, 10), "fashion_mlp.pt")
