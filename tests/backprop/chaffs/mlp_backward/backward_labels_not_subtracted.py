"""The error is p."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "labels-not-subtracted"
BASE = True
REPLACE = [("    error[np.arange(len(y)), y] -= 1\n", "")]
