"""Means of inputs and errors are multiplied."""

CAUGHT_BY = ("test_gradients_of_the_mean_loss",)
SAYS = "the means of inputs and errors are multiplied"
BASE = True
REPLACE = [
    ("dW3 = h2.T @ dscores", "dW3 = np.outer(h2.mean(axis=0), dscores.sum(axis=0))"),
    ("dW2 = h1.T @ dh2", "dW2 = np.outer(h1.mean(axis=0), dh2.sum(axis=0))"),
    ("dW1 = X.T @ dh1", "dW1 = np.outer(X.mean(axis=0), dh1.sum(axis=0))"),
]
