"""Errors in per cent."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "in-per-cent"
FILES = {"cnn.pt": "per_cent"}
BASE = "_report"


def per_cent():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(valid_errors=[100 * error for error in content["valid_errors"]])
