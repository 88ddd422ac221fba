"""The weights are updated along with the gradients."""

CAUGHT_BY = ("test_arguments_of_the_gradients_stay_as_they_are",)
SAYS = "W1 was changed in place"
REPLACE = [
    ("dz1 = dz2 @ W2 * (z1 > 0)", "dz1 = dz2 @ W2 * (z1 > 0)\n    W1 -= 0.1 * dz1.T @ X\n    W2 -= 0.1 * dz2.T @ h"),
]
