"""The reported number of parameters is that of the tensors."""

CAUGHT_BY = ("test_report_tells_what_the_weights_are",)
CODE = "wrong-number-of-parameters"
FILES = {"svhn_cnn.pt": "wrong_count"}

import torch


def wrong_count():
    content = torch.load("svhn_cnn.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], "parameters": len(content["state_dict"])}}, "svhn_cnn.pt")
