"""Compared with the gradient of the second layer."""

CAUGHT_BY = ("test_largest_differences_fall_as_the_square_of_epsilon",)
CODE = "not-the-first-ten"
BASE = True
REPLACE = [("[0][0].ravel()[:p]", "[1][0].ravel()[:p]")]
