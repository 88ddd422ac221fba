"""The training error is that of the noisy predictions during the epoch, far too high."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "report-unlike-weights"
FILES = {"cnn.pt": "during"}

import torch


def changed(**entries):
    content = torch.load("cnn.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], **entries}}, "cnn.pt")


def during():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(train_errors=[error + 0.06 for error in content["train_errors"]])
