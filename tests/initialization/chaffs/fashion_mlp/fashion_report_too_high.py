"""The reported accuracy is not that of the weights."""

CAUGHT_BY = ("test_report_tells_the_measured_accuracy",)
CODE = "report-disagrees"
FILES = {"fashion_mlp.pt": "boast"}

import torch


def boast():
    content = torch.load("fashion_mlp.pt", weights_only=True)
    torch.save({**content, "report": {"test_accuracy": 0.9999}}, "fashion_mlp.pt")
