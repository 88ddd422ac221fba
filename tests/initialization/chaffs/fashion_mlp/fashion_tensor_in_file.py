"""A single tensor was saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
SAYS = "does not hold a state_dict"
FILES = {"fashion_mlp.pt": "tensor"}

import torch


def tensor():
    torch.save(torch.zeros(784, 10), "fashion_mlp.pt")
