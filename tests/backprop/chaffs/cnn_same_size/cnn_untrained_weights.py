"""The weights of a new network were saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set", "test_is_better_than_the_perceptron")
CODE = "accuracy-below-pass-mark"
FILES = {"cnn.pt": "untrained"}

import torch


def untrained():
    content = torch.load("cnn.pt", weights_only=True)
    torch.save({**content, "state_dict": make_cnn().state_dict()}, "cnn.pt")
