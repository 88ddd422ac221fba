"""The last batch is missing."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "ids-missing"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write(rows()[:-16])
