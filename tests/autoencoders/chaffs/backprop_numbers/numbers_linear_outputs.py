"""The outputs have no sigmoid."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "no-output-sigmoid"
BASE = True
REPLACE = [("o = 1 / (1 + np.exp(-(W2 @ h + 0.60)))", "o = W2 @ h + 0.60")]
