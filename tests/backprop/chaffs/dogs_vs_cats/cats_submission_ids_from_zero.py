"""The ids begin at 0."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "ids-from-zero"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write([[int(n) - 1, label] for n, label in rows()])
