"""Accuracies where errors are asked for."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "accuracies-instead-of-errors"
FILES = {"cnn.pt": "accuracies"}
BASE = "_report"


def accuracies():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(**{name: [1 - error for error in content[name]] for name in ("train_errors", "valid_errors")})
