"""The biases are left out of the forward pass."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "biases-left-out"
BASE = True
REPLACE = [
    ("h = 1 / (1 + np.exp(-(W1 @ x + 0.35)))", "h = 1 / (1 + np.exp(-W1 @ x))"),
    ("o = 1 / (1 + np.exp(-(W2 @ h + 0.60)))", "o = 1 / (1 + np.exp(-W2 @ h))"),
]
