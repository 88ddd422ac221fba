"""The error goes down through W2 itself."""

CAUGHT_BY = ("test_hidden_errors", "test_hidden_weights", "test_biases")
CODE = "w6-and-w7-exchanged"
BASE = True
REPLACE = [("dh = (W2.T @ do) * h * (1 - h)", "dh = (W2 @ do) * h * (1 - h)")]
