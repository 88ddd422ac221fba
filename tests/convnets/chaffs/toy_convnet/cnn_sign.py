"""y − p."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "wrong-sign"
BASE = "_passes"
REPLACE = [('dl_dp = 2 * (fwd["p"] - y)', 'dl_dp = 2 * (y - fwd["p"])')]
