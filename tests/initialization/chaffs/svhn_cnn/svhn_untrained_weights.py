"""The weights of a new network were saved."""

CAUGHT_BY = ("test_accuracy_on_the_test_set", "test_report_tells_what_the_weights_are")
CODE = "accuracy-below-pass-mark"
FILES = {"svhn_cnn.pt": "untrained"}

import torch


def untrained():
    torch.save({"state_dict": make_svhn_cnn().state_dict(), "report": {"test_accuracy": 0.9, "parameters": 1}, "data": "stand-in"}, "svhn_cnn.pt")
