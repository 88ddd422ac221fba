"""The weights are updated while the error goes down."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the weights were updated before they carried the error down"
BASE = True
REPLACE = [
    ("dh2 = dscores @ W3.T", "dh2 = dscores @ (W3 - 0.1 * dW3).T"),
    ("dh1 = dh2 @ W2.T", "dh1 = dh2 @ (W2 - 0.1 * dW2).T"),
]
