"""ReLU is applied to the points."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the activation is applied to the input"
BASE = True
REPLACE = [
    ("num_examples = X.shape[0]", "num_examples = X.shape[0]\n    A = np.maximum(0, X)"),
    ("h1 = np.maximum(0, np.dot(X, W1) + b1)", "h1 = np.maximum(0, np.dot(A, W1) + b1)"),
    ("dW1 = np.dot(X.T, dh1)", "dW1 = np.dot(A.T, dh1)"),
]
