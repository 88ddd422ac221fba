"""The bound of the first layer for all."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-of-first-layer"
BASE = True
REPLACE = [("(n_in + n_out)", "sum(net.weights[0].shape)")]
