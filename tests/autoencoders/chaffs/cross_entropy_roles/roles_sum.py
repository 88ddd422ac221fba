"""The sum instead of the mean."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one")
CODE = "sum-instead-of-mean"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return -np.sum(first + second)")]
