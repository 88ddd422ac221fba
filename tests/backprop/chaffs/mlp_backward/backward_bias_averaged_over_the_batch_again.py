"""The bias gradient is a mean of errors already divided."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "bias-divided-twice"
BASE = True
REPLACE = [("db = error.sum(axis=0)", "db = error.mean(axis=0)")]
