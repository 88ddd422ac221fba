"""The code has no ReLU."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "activation is missing in the hidden layers"
REPLACE = [
    ("h = np.maximum(z1, 0)", "h = z1"),
    ("dz1 = dz2 @ W2 * (z1 > 0)", "dz1 = dz2 @ W2"),
]
