"""The report lacks the errors."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "errors-missing"
FILES = {"cnn.pt": "bare"}

import torch


def bare():
    torch.save({"state_dict": torch.load("cnn.pt", weights_only=True)["state_dict"], "report": {}, "data": "stand-in"}, "cnn.pt")
