"""The validation error of the last batch only."""

CAUGHT_BY = ("test_records_the_errors_of_ten_epochs",)
CODE = "report-unlike-weights"
FILES = {"cnn.pt": "last_batch"}
BASE = "_report"


def last_batch():
    content = torch.load("cnn.pt", weights_only=True)["report"]
    changed(valid_errors=[*content["valid_errors"][:-1], content["valid_errors"][-1] + 0.03])
