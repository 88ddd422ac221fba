"""dW2 is formed with the pre-activation of the code."""

CAUGHT_BY = ("test_gradients_of_a_batch", "test_gradients_of_a_single_sample")
SAYS = "pre-activation of the layer below"
REPLACE = [
    (
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ h, dz2.sum(axis=0)",
        "return dz1.T @ X, dz1.sum(axis=0), dz2.T @ z1, dz2.sum(axis=0)",
    ),
]
