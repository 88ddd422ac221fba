"""The factor 2 is missing."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "factor-two-missing"
BASE = "_passes"
REPLACE = [('dl_dp = 2 * (fwd["p"] - y)', 'dl_dp = (fwd["p"] - y)')]
