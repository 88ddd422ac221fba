"""Weights are returned as on the sheet."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "transposed"
BASE = True
REPLACE = [("return W1, b1, W2, b2, W3, b3", "return W1.T, b1.T, W2.T, b2.T, W3.T, b3.T")]
