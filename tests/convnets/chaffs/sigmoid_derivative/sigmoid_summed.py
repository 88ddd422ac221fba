"""The gradient is summed to a number."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "wrong-shape"
REPLACE = [("upstream * activation * (1 - activation)", "np.sum(upstream * activation * (1 - activation))")]
