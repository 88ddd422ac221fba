"""Only −y ln a, as for a softmax."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one", "test_infinite_where_a_logarithm_is")
CODE = "second-term-missing"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return -np.mean(first)")]
