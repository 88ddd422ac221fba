"""Logarithms of base 10."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one")
CODE = "logarithm-base-10"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return -np.mean(first + second) / np.log(10)")]
