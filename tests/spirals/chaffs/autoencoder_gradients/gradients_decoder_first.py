"""The decoder's gradients come first."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "from the last layer to the first"
REPLACE = [
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return dz2.T @ h, dz2.sum(axis=0), dz1.T @ X, dz1.sum(axis=0)",
    ),
]
