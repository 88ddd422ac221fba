"""The smallest value is taken for 0."""

CAUGHT_BY = ("test_smallest_value",)
CODE = "minimum-zero"

def cross_entropy_minimum(y):
    return y.copy(), 0.0
