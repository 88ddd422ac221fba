"""A regulariser is left over from other code."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "a multiple of the parameter itself"
BASE = True
REPLACE = [
    (
        "db1 = np.sum(dh1, axis=0, keepdims=True)",
        "db1 = np.sum(dh1, axis=0, keepdims=True)\n"
        "        dW3 += 1e-3 * W3\n"
        "        dW2 += 1e-3 * W2\n"
        "        dW1 += 1e-3 * W1",
    ),
]
