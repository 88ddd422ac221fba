"""Weights first, then biases."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "in another order"
BASE = True
REPLACE = [("return W1, b1, W2, b2, W3, b3", "return W1, W2, W3, b1, b2, b3")]
