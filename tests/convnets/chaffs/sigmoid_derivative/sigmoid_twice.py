"""The activation is taken for x."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "sigmoid-applied-again"
REPLACE = [("activation * (1 - activation)", "sigmoid(activation) * (1 - sigmoid(activation))")]
