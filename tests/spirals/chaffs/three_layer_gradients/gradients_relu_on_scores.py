"""ReLU is applied to the scores of the last layer, too."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "applied to the scores"
BASE = True
REPLACE = [
    ("scores = h2 @ W3 + b3", "scores = np.maximum(0, h2 @ W3 + b3)"),
    ("dscores /= N", "dscores /= N\n    dscores[scores <= 0] = 0"),
]
