"""Mini-batches of 16 points instead of all."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "entries differ"
BASE = True
REPLACE = [
    ("num_examples = X.shape[0]", "num_examples = 16"),
    (
        "h1 = np.maximum(0, np.dot(X, W1) + b1)",
        "rows = np.random.choice(len(X), 16)\n"
        "        A, c = X[rows], y[rows]\n"
        "        h1 = np.maximum(0, np.dot(A, W1) + b1)",
    ),
    (
        "loss = np.sum(-np.log(probs[range(num_examples), y])) / num_examples",
        "loss = np.sum(-np.log(probs[range(num_examples), c])) / num_examples",
    ),
    ("dscores[range(num_examples), y] -= 1", "dscores[range(num_examples), c] -= 1"),
    ("dW1 = np.dot(X.T, dh1)", "dW1 = np.dot(A.T, dh1)"),
]
