"""The first line is missing."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "first-line"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    found = rows()
    write(found[1:], found[0])
