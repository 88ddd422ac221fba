"""The gradients are divided by N once more at the end."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "divided once too often"
BASE = True
REPLACE = [
    (
        "db1 = np.sum(dh1, axis=0, keepdims=True)",
        "db1 = np.sum(dh1, axis=0, keepdims=True)\n"
        "    dW1, db1, dW2, db2, dW3, db3 = (g / N for g in (dW1, db1, dW2, db2, dW3, db3))",
    ),
]
