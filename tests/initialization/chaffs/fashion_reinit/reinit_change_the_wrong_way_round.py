"""The change is reported with the wrong sign and size."""

CAUGHT_BY = ("test_report_tells_the_change_in_accuracy",)
CODE = "report-disagrees"
FILES = {"fashion_reinit.pt": "wrong_change"}

import torch


def wrong_change():
    content = torch.load("fashion_reinit.pt", weights_only=True)
    report = {**content["report"], "change": 0.05 - content["report"]["change"]}
    torch.save({**content, "report": report}, "fashion_reinit.pt")
