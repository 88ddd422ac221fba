"""The cost is averaged over the outputs."""

CAUGHT_BY = ("test_output_errors", "test_hidden_errors", "test_output_weights", "test_hidden_weights", "test_biases")
CODE = "averaged-over-outputs"
BASE = True
REPLACE = [("do = o - t", "do = (o - t) / 2")]
