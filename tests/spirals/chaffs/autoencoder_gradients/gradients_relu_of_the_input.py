"""ReLU is applied to the input as well."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
SAYS = "activation is applied to the input"
REPLACE = [
    ("z1 = X @ W1.T + b1", "x = np.maximum(X, 0)\n    z1 = x @ W1.T + b1"),
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return dz1.T @ x, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
    ),
]
