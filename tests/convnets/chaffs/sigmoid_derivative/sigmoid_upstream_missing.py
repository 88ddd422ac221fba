"""The upstream gradient is left out."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "upstream-missing"
REPLACE = [("return upstream * activation * (1 - activation)", "return activation * (1 - activation)")]
