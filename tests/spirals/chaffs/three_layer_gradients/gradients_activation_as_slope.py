"""The error is multiplied by the hidden activations."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "multiplied by the hidden activation instead of its derivative"
BASE = True
REPLACE = [
    ("dh2[h2 <= 0] = 0", "dh2 = dh2 * h2"),
    ("dh1[h1 <= 0] = 0", "dh1 = dh1 * h1"),
]
