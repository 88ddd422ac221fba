"""Only W3 is updated before the error passes it."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "W3 was updated before it carried the error down"
BASE = True
REPLACE = [
    (
        "db3 = np.sum(dscores, axis=0, keepdims=True)",
        "db3 = np.sum(dscores, axis=0, keepdims=True)\n"
        "        W3 += -step_size * dW3",
    ),
    ("        W3 += -step_size * dW3\n", ""),
]
