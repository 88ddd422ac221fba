"""The output has no ReLU."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "output is taken without its ReLU"
REPLACE = [
    ("output = np.maximum(z2, 0)", "output = z2"),
    ("dz2 = 2 * (output - X) / len(X) * (z2 > 0)", "dz2 = 2 * (output - X) / len(X)"),
]
