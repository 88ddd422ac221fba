"""The vector is multiplied from the left, which transposes every matrix."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
CODE = "far-off"
REPLACE = [("x = (a / math.sqrt(a.shape[1])) @ x", "x = x @ (a / math.sqrt(a.shape[1]))")]
