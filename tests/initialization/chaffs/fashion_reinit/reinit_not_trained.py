"""The weights were saved before the training."""

CAUGHT_BY = ("test_was_trained_again", "test_report_tells_the_change_in_accuracy")
CODE = "not-trained"
FILES = {"fashion_reinit.pt": "not_trained"}

import torch


def not_trained():
    model = make_fashion_mlp()
    reinitialise(model, 1)
    torch.save({"state_dict": model.state_dict(), "report": {"test_accuracy": 0.9, "change": 0.0}, "data": "stand-in"}, "fashion_reinit.pt")
