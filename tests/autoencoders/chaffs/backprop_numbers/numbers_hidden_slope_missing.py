"""σ′ of the hidden neurons is missing."""

CAUGHT_BY = ("test_hidden_errors", "test_hidden_weights", "test_biases")
CODE = "hidden-slope-missing"
BASE = True
REPLACE = [("dh = (W2.T @ do) * h * (1 - h)", "dh = W2.T @ do")]
