"""The images were read in the order of their names as text, the ids count up."""

CAUGHT_BY = ("test_submission_is_what_the_weights_predict",)
CODE = "files-sorted-as-text"
FILES = {"submission.csv": "changed"}
BASE = "_submission"


def changed():
    found = rows()
    by_text = sorted(found, key=lambda row: row[0])
    write([[n, row[1]] for (n, _), row in zip(found, by_text)])
