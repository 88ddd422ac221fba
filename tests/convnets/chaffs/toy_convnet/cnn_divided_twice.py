"""Averaged twice."""

CAUGHT_BY = ("test_gradients_of_the_mean_squared_error",)
CODE = "divided-by-batch-size-twice"
BASE = "_passes"
REPLACE = [('dl_dp = 2 * (fwd["p"] - y)', 'dl_dp = 2 * (fwd["p"] - y) / batch_size')]
