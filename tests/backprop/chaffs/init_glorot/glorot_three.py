"""sqrt(3 / (fan_in + fan_out))."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-with-3-for-6"
BASE = True
REPLACE = [("6 / (n_in + n_out)", "3 / (n_in + n_out)")]
