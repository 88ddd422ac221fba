"""The file has a third column with the probability."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "entries-of-a-line"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write([[*row, 0.5] for row in rows()])
