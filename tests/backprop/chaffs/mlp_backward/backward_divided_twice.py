"""The batch size is divided by twice."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "divided-by-batch-size-twice"
BASE = True
REPLACE = [("error /= len(y)", "error /= len(y) ** 2")]
