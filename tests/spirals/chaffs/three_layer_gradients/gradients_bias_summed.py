"""Weights are averaged, biases are summed."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the bias gradients are summed over the batch"
BASE = True
REPLACE = [
    ("dscores /= N\n    dW3 = h2.T @ dscores", "dW3 = h2.T @ dscores / N"),
    ("dW2 = h1.T @ dh2", "dW2 = h1.T @ dh2 / N"),
    ("dW1 = X.T @ dh1", "dW1 = X.T @ dh1 / N"),
]
