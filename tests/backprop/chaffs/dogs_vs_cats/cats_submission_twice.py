"""The first image is there twice."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "id-twice"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    found = rows()
    write([*found, found[0]])
