"""Cats and dogs are swapped in the file."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "submission-swapped"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write([[n, {"Cat": "Dog", "Dog": "Cat"}[label]] for n, label in rows()])
