"""A factor 2 of the squared error is left over."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "twice-as-large"
BASE = True
REPLACE = [("error /= len(y)", "error *= 2 / len(y)")]
