"""ReLU is applied to the scores, and the backward pass knows nothing of it."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "applied to the scores"
BASE = True
REPLACE = [("scores = h2 @ W3 + b3", "scores = np.maximum(0, h2 @ W3 + b3)")]
