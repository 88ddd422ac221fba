"""N is taken for ε."""

CAUGHT_BY = ("test_largest_differences_fall_as_the_square_of_epsilon", "test_rounding_takes_over_for_large_n")
CODE = "far-above-rounding"
BASE = True
REPLACE = [("1 / n, p", "n, p")]
