"""Errors in per cent."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "in-per-cent"
FILES = {"cnn.pt": "per_cent"}

import torch


def changed(**entries):
    content = torch.load("cnn.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], **entries}}, "cnn.pt")


def per_cent():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(valid_errors=[100 * error for error in content["valid_errors"]])
