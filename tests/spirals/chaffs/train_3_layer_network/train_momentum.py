"""Momentum of 0.9."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "momentum"
BASE = True
REPLACE = [
    ("step_size = 0.1", "step_size = 0.1\n    v = [0] * 6"),
    (
        "db1 = np.sum(dh1, axis=0, keepdims=True)",
        "db1 = np.sum(dh1, axis=0, keepdims=True)\n"
        "        v = [0.9 * u + g for u, g in zip(v, (dW1, db1, dW2, db2, dW3, db3))]\n"
        "        dW1, db1, dW2, db2, dW3, db3 = v",
    ),
]
