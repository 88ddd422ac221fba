"""The error is multiplied by p(1 − p) as well."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "softmax-slope-again"
BASE = True
REPLACE = [("error /= len(y)", "error = error * p * (1 - p) / len(y)")]
