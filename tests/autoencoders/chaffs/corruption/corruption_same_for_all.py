"""One error for all points."""

CAUGHT_BY = ("test_corrupts_as_declared", "test_every_number_by_itself")
CODE = "same-for-all-points"
BASE = True
REPLACE = [("points.shape", "points.shape[1]")]
