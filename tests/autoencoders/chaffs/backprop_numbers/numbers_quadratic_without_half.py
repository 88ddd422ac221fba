"""The squared error without its ½."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "quadratic-cost-without-half"
BASE = True
REPLACE = [("do = o - t", "do = 2 * (o - t) * o * (1 - o)")]
