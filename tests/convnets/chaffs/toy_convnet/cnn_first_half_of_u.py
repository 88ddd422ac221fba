"""Both filters use the first two entries of u."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "u-first-half-for-both"
BASE = "_passes"
REPLACE = [
    ("dl_dw1 += dl_dp[i] * u[j]", "dl_dw1 += dl_dp[i] * u[j % 2]"),
    ("dl_dw2 += dl_dp[i] * u[j]", "dl_dw2 += dl_dp[i] * u[j % 2]"),
]
