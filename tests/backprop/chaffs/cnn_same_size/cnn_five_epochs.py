"""Errors of five epochs."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "not-ten-errors"
FILES = {"cnn.pt": "five"}
BASE = "_report"


def five():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(train_errors=content["train_errors"][5:], valid_errors=content["valid_errors"][5:])
