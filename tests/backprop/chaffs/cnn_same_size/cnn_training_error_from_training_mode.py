"""The training error is that of the noisy predictions during the epoch, far too high."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "report-unlike-weights"
FILES = {"cnn.pt": "during"}
BASE = "_report"


def during():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(train_errors=[error + 0.06 for error in content["train_errors"]])
