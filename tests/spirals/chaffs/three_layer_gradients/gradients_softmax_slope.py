"""The error of softmax and cross-entropy is multiplied by p(1 − p)."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "multiplied by p(1 − p)"
BASE = True
REPLACE = [("dscores[np.arange(N), y] -= 1", "dscores[np.arange(N), y] -= 1\n    dscores *= probs * (1 - probs)")]
