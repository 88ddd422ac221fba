"""The weights of a new network were saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set", "test_report_tells_the_measured_accuracy")
CODE = "accuracy-of-guessing"
FILES = {"fashion_mlp.pt": "untrained"}

import torch


def untrained():
    torch.save({"state_dict": make_fashion_mlp().state_dict(), "report": {"test_accuracy": 0.9}, "data": "stand-in"}, "fashion_mlp.pt")
