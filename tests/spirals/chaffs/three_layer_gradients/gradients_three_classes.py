"""Three classes are taken for granted."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "broadcast"
BASE = True
REPLACE = [("dscores = probs.copy()\n    dscores[np.arange(N), y] -= 1", "dscores = probs - np.eye(3)[y]")]
