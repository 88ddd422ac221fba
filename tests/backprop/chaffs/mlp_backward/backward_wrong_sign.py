"""y − p instead of p − y."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "wrong-sign"
BASE = True
REPLACE = [("error /= len(y)", "error /= -len(y)")]
