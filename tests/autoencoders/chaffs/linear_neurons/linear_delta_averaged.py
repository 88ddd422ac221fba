"""δ is averaged over the inputs."""

CAUGHT_BY = ("test_gradients_of_the_mean_cost",)
CODE = "wrong-shape"
BASE = True
REPLACE = [('deltas, "dW"', '[delta.mean(axis=0) for delta in deltas], "dW"')]
