"""The one-hot matrix has as many columns as classes occur in the batch."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "broadcast"
BASE = True
REPLACE = [
    ("dscores = probs.copy()\n    dscores[np.arange(N), y] -= 1", "dscores = probs - np.eye(int(np.max(y)) + 1)[y]"),
]
