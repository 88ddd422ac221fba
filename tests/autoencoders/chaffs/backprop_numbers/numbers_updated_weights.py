"""The new w5 … w8 carry the error down."""

CAUGHT_BY = ("test_hidden_errors", "test_hidden_weights", "test_biases")
CODE = "updated-too-early"
BASE = True
REPLACE = [("dh = (W2.T @ do) * h * (1 - h)", "dh = ((W2 - 0.5 * np.outer(do, h)).T @ do) * h * (1 - h)")]
