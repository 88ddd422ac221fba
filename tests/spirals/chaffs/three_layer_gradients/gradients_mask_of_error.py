"""The error is cut off where the error itself is negative."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "at the incoming error"
BASE = True
REPLACE = [
    ("dh2[h2 <= 0] = 0", "dh2[dh2 <= 0] = 0"),
    ("dh1[h1 <= 0] = 0", "dh1[dh1 <= 0] = 0"),
]
