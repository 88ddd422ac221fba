"""W in place of its transpose on the way down, where that fits."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
SAYS = "through W instead of its transpose"
BASE = True
REPLACE = [
    ("dh2 = dscores @ W3.T", "dh2 = dscores @ (W3 if W3.shape[0] == W3.shape[1] else W3.T)"),
    ("dh1 = dh2 @ W2.T", "dh1 = dh2 @ (W2 if W2.shape[0] == W2.shape[1] else W2.T)"),
]
