"""Every target counts as 0 or 1."""

CAUGHT_BY = ("test_value_between_the_ends",)
CODE = "number-off"
BASE = True
REPLACE = [("a, y = np.asarray(a), np.asarray(y)", "y = np.round(y)")]
