"""a is clipped, so nothing is ever infinite."""

CAUGHT_BY = ("test_targets_of_zero_and_one", "test_infinite_where_a_logarithm_is")
CODE = "a-clipped"
BASE = True
REPLACE = [("a, y = np.asarray(a), np.asarray(y)", "a = np.clip(a, 1e-12, 1 - 1e-12)")]
