"""1/N for the weights, not for the biases."""

CAUGHT_BY = ("test_gradients_are_those_of_autograd",)
CODE = "bias-summed"
BASE = True
REPLACE = [("db = error.sum(axis=0)", "db = error.sum(axis=0) * len(y)")]
