"""Means of inputs and errors are multiplied instead of averaging their products."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
SAYS = "means of inputs and errors are multiplied"
REPLACE = [
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return np.outer(dz1.sum(0), X.mean(0)), dz1.sum(axis=0), np.outer(dz2.sum(0), h.mean(0)), dz2.sum(axis=0)",
    ),
]
