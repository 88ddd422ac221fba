"""The derivative of tanh."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "slope-of-tanh"
REPLACE = [("return upstream * activation * (1 - activation)", "return upstream * (1 - activation ** 2)")]
