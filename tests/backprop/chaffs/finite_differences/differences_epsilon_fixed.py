"""ε is the same for every N."""

CAUGHT_BY = ("test_largest_differences_fall_as_the_square_of_epsilon",)
CODE = "far-off"
BASE = True
REPLACE = [("1 / n, p", "0.01, p")]
