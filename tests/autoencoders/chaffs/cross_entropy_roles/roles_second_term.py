"""Only −(1 − y) ln(1 − a)."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one", "test_infinite_where_a_logarithm_is")
CODE = "first-term-missing"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return -np.mean(second)")]
