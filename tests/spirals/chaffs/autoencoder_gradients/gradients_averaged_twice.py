"""The batch is averaged twice."""

CAUGHT_BY = ("test_gradients_of_a_batch",)
SAYS = "divided once too often"
REPLACE = [
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return dz1.T @ X / len(X), dz1.mean(axis=0), dz2.T @ h / len(X), dz2.mean(axis=0)",
    ),
]
