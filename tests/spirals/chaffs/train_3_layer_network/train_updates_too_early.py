"""Every layer is updated as soon as its gradient is there."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the weights were updated before they carried the error down"
BASE = True
REPLACE = [
    (
        "db3 = np.sum(dscores, axis=0, keepdims=True)",
        "db3 = np.sum(dscores, axis=0, keepdims=True)\n"
        "        W3 += -step_size * dW3",
    ),
    (
        "db2 = np.sum(dh2, axis=0, keepdims=True)",
        "db2 = np.sum(dh2, axis=0, keepdims=True)\n"
        "        W2 += -step_size * dW2",
    ),
    ("        W2 += -step_size * dW2\n", ""),
    ("        W3 += -step_size * dW3\n", ""),
]
