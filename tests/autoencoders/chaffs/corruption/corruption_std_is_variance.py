"""The declared variance is used as the standard deviation."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "variance-as-std"
BASE = True
REPLACE = [("0, 0.2,", "0, 0.04,")]
