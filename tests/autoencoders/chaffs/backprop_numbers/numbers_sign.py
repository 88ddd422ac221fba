"""Target minus output."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "target-minus-output"
BASE = True
REPLACE = [("do = o - t", "do = t - o")]
