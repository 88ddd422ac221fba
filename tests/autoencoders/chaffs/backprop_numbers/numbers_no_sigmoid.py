"""No neuron has a sigmoid."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "no-sigmoids"
BASE = True
REPLACE = [
    ("h = 1 / (1 + np.exp(-(W1 @ x + 0.35)))", "h = W1 @ x + 0.35"),
    ("o = 1 / (1 + np.exp(-(W2 @ h + 0.60)))", "o = W2 @ h + 0.60"),
]
