"""6 / (fan_in + fan_out)."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "square-root-missing"
BASE = True
REPLACE = [("np.sqrt(6 / (n_in + n_out))", "6 / (n_in + n_out)")]
