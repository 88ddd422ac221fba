"""File names instead of numbers."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "id-no-number"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    write([[f"{n}.jpg", label] for n, label in rows()])
