"""sqrt(6 / fan_out)."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-of-outputs-alone"
BASE = True
REPLACE = [("(n_in + n_out)", "n_out")]
