"""The weight gradients are (in, out) instead of (out, in)."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample", "test_derivative_of_relu_at_zero")
SAYS = "transposed"
REPLACE = [
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return X.T @ dz1, dz1.sum(axis=0), h.T @ dz2, dz2.sum(axis=0)",
    ),
]
