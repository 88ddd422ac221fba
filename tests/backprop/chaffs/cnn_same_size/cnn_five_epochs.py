"""Errors of five epochs."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "not-ten-errors"
FILES = {"cnn.pt": "five"}

import torch


def changed(**entries):
    content = torch.load("cnn.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], **entries}}, "cnn.pt")


def five():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(train_errors=content["train_errors"][5:], valid_errors=content["valid_errors"][5:])
