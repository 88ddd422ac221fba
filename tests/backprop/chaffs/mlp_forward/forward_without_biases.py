"""The biases are left out."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "biases-left-out"
BASE = True
REPLACE = [
    ("weight + bias", "weight"),
    ("[-1] + net.biases[-1]", "[-1]"),
]
