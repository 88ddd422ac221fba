"""Probabilities instead of labels."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "label-unknown"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write([[n, 0.73] for n, _ in rows()])
