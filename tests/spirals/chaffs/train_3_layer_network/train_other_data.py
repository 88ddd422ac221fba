"""The function trains on a copy of the data that was made when the cell ran."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "other points than those in X and y"
BASE = True
REPLACE = [
    ("num_examples = X.shape[0]", "num_examples = X_train.shape[0]"),
    ("h1 = np.maximum(0, np.dot(X, W1) + b1)", "h1 = np.maximum(0, np.dot(X_train, W1) + b1)"),
    (
        "loss = np.sum(-np.log(probs[range(num_examples), y])) / num_examples",
        "loss = np.sum(-np.log(probs[range(num_examples), y_train])) / num_examples",
    ),
    ("dscores[range(num_examples), y] -= 1", "dscores[range(num_examples), y_train] -= 1"),
    ("dW1 = np.dot(X.T, dh1)", "dW1 = np.dot(X_train.T, dh1)"),
]

X_train, y_train = X.copy(), y.copy()
