"""The weights of a new network were saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_images",)
CODE = "accuracy-below-pass-mark"
FILES = {"cats.pt": "untrained"}

import torch


def untrained():
    content = torch.load("cats.pt", weights_only=True)
    torch.manual_seed(0)
    torch.save({**content, "state_dict": make_cats_model().state_dict()}, "cats.pt")
