"""1 − σ is forgotten."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "one-minus-sigmoid-missing"
REPLACE = [("return upstream * activation * (1 - activation)", "return upstream * activation")]
