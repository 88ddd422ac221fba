"""The ids are sorted as text, the predictions are not."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "submission-ids-sorted-as-text"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    found = rows()
    write([[n, row[1]] for n, row in zip(sorted(n for n, _ in found), found)])
