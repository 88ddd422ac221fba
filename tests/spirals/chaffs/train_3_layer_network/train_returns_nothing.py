"""Nothing is returned."""

CAUGHT_BY = ("test_returns_six_parameters",)
SAYS = "returns nothing"
BASE = True
REPLACE = [("    return W1, b1, W2, b2, W3, b3\n", "")]
