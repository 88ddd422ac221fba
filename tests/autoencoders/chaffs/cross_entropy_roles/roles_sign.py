"""The minus is forgotten."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one", "test_infinite_where_a_logarithm_is")
CODE = "wrong-sign"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return np.mean(first + second)")]
