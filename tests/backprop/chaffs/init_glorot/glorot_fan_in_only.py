"""sqrt(6 / fan_in)."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-of-inputs-alone"
BASE = True
REPLACE = [("(n_in + n_out)", "n_in")]
