"""A single sample loses its axis, so that nothing fits any more."""

CAUGHT_BY = ("test_gradients_of_a_single_sample",)
SAYS = "failed"
REPLACE = [("z1 = X @ W1.T + b1", "X = np.squeeze(X)\n    z1 = X @ W1.T + b1")]
