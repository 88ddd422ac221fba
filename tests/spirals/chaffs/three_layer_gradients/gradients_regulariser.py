"""A regulariser of other code is still in the gradients."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "a multiple of the parameter itself"
BASE = True
REPLACE = [
    (
        "db1 = np.sum(dh1, axis=0, keepdims=True)",
        "db1 = np.sum(dh1, axis=0, keepdims=True)\n"
        "    dW1, dW2, dW3 = dW1 + 1e-2 * W1, dW2 + 1e-2 * W2, dW3 + 1e-2 * W3",
    ),
]
