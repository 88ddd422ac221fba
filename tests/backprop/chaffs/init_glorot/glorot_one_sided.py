"""From 0 to the bound."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "one-sided"
BASE = True
REPLACE = [("-1, 1, weight.shape", "0, 1, weight.shape")]
