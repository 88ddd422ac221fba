"""The reported number of parameters is that of the tensors."""

CAUGHT_BY = ("test_report_tells_the_number_of_parameters",)
CODE = "wrong-number-of-parameters"
FILES = {"cats.pt": "wrong_count"}

import torch


def wrong_count():
    content = torch.load("cats.pt", weights_only=True)
    torch.save({**content, "report": {**content["report"], "parameters": len(content["state_dict"])}}, "cats.pt")
