"""The weights are used as they are."""

CAUGHT_BY = ("test_mean_and_std_after_the_scaled_layers",)
CODE = "not-scaled"
REPLACE = [("x = (a / math.sqrt(a.shape[1])) @ x", "x = a @ x")]
