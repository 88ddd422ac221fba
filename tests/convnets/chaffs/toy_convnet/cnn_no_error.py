"""The error is left out."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "error-left-out"
BASE = "_passes"
REPLACE = [('dl_dp = 2 * (fwd["p"] - y)', "dl_dp = np.ones(batch_size)")]
