"""N(0, 0.2) is read as a variance of 0.2."""

CAUGHT_BY = ("test_corrupts_as_declared",)
CODE = "std-is-root"
BASE = True
REPLACE = [("0, 0.2,", "0, 0.2**0.5,")]
