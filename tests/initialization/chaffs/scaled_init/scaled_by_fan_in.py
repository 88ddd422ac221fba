"""Divided by fan_in; the root is missing."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
CODE = "divided-by-fan-in"
REPLACE = [("x = (a / math.sqrt(a.shape[1])) @ x", "x = (a / a.shape[1]) @ x")]
