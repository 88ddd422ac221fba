"""The sign of the derivative is wrong."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "wrong-sign"
REPLACE = [("1 - activation", "activation - 1")]
