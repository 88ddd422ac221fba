"""The reported change is not that between the two files."""

CAUGHT_BY = ("test_report_tells_the_change_in_accuracy",)
CODE = "report-disagrees"
FILES = {"svhn_augmented.pt": "wrong_change"}

import torch


def wrong_change():
    content = torch.load("svhn_augmented.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], "change": 0.2}}, "svhn_augmented.pt")
