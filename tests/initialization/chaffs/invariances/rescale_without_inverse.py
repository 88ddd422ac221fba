"""The outgoing weight is not divided by alpha."""

CAUGHT_BY = ("test_rescaled_unit_keeps_the_function",)
CODE = "outgoing-not-divided"
REPLACE = [("    W2[r, k] /= alpha\n", "")]
