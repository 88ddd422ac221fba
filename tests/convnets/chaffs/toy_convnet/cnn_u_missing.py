"""u is left out of the chain."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "u-left-out"
BASE = "_passes"
REPLACE = [
    ("dl_dw1 += dl_dp[i] * u[j] * do_dw", "dl_dw1 += dl_dp[i] * do_dw"),
    ("dl_dw2 += dl_dp[i] * u[j] * do_dw", "dl_dw2 += dl_dp[i] * do_dw"),
]
