"""The weights are averaged, the biases are not."""

CAUGHT_BY = ("test_step_is_a_tenth_of_the_gradient",)
SAYS = "the bias gradients are summed"
BASE = True
REPLACE = [
    ("dscores /= num_examples\n        dW3 = np.dot(h2.T, dscores)", "dW3 = np.dot(h2.T, dscores) / num_examples"),
    ("dW2 = np.dot(h1.T, dh2)", "dW2 = np.dot(h1.T, dh2) / num_examples"),
    ("dW1 = np.dot(X.T, dh1)", "dW1 = np.dot(X.T, dh1) / num_examples"),
]
