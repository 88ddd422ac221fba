"""The division is by a fixed batch size."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "scaled-by-a-constant"
BASE = True
REPLACE = [("error /= len(y)", "error /= 64")]
