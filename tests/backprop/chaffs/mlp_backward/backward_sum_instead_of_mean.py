"""The gradients are summed over the batch."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "sum-instead-of-mean"
BASE = True
REPLACE = [("    error /= len(y)\n", "")]
