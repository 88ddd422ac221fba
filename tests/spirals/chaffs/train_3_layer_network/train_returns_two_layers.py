"""The return of the two-layer function was left as it was."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "4 values where six"
BASE = True
REPLACE = [("return W1, b1, W2, b2, W3, b3", "return W1, b1, W2, b2")]
