"""The biases are left out of the forward pass."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the biases are left out"
BASE = True
REPLACE = [
    ("h1 = np.maximum(0, np.dot(X, W1) + b1)", "h1 = np.maximum(0, np.dot(X, W1))"),
    ("h2 = np.maximum(0, np.dot(h1, W2) + b2)", "h2 = np.maximum(0, np.dot(h1, W2))"),
    ("scores = np.dot(h2, W3) + b3", "scores = np.dot(h2, W3)"),
]
