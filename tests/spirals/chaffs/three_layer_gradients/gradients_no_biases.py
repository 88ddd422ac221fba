"""The biases are left out of the forward pass."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the biases are left out"
BASE = True
REPLACE = [
    ("a1 = X @ W1 + b1", "a1 = X @ W1"),
    ("a2 = h1 @ W2 + b2", "a2 = h1 @ W2"),
    ("scores = h2 @ W3 + b3", "scores = h2 @ W3"),
]
