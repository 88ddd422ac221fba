"""δ with an input in each column."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "transposed"
BASE = True
REPLACE = [('deltas, "dW"', '[delta.T for delta in deltas], "dW"')]
