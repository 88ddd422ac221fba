"""Every prediction stands at the next image's id."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "submission-shifted"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    found = rows()
    write([[n, found[i - 1][1]] for i, (n, _) in enumerate(found)])
