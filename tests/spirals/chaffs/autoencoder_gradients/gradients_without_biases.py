"""The biases are forgotten in the forward pass."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "biases are left out"
REPLACE = [
    ("z1 = X @ W1.T + b1", "z1 = X @ W1.T"),
    ("z2 = h @ W2.T + b2", "z2 = h @ W2.T"),
]
