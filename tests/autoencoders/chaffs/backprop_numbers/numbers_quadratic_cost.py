"""The quadratic cost, as in the well-known example."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "quadratic-cost"
BASE = True
REPLACE = [("do = o - t", "do = (o - t) * o * (1 - o)")]
