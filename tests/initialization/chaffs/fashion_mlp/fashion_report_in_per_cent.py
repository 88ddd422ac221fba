"""The accuracy is reported in per cent."""

CAUGHT_BY = ("test_report_tells_the_measured_accuracy",)
CODE = "report-in-per-cent"
FILES = {"fashion_mlp.pt": "per_cent"}

import torch


def per_cent():
    content = torch.load("fashion_mlp.pt", weights_only=True)
    report = {"test_accuracy": 100 * content["report"]["test_accuracy"]}
    torch.save({**content, "report": report}, "fashion_mlp.pt")
