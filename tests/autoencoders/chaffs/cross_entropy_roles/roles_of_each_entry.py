"""The values of all entries instead of their mean."""

CAUGHT_BY = ("test_value_between_the_ends", "test_targets_of_zero_and_one")
CODE = "not-a-number"
BASE = True
REPLACE = [("return -np.mean(first + second)", "return -(first + second)")]
