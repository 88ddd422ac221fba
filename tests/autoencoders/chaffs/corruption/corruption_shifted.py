"""The noise has a mean."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "wrong-mean"
BASE = True
REPLACE = [("0, 0.2,", "0.1, 0.2,")]
