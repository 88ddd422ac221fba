"""The softmax runs over axis 0."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "softmax-over-samples"
BASE = True
REPLACE = [
    ("scores.max(axis=1, keepdims=True)", "scores.max(axis=0)"),
    ("return shifted / shifted.sum(axis=1, keepdims=True)", "return shifted / shifted.sum(axis=0)"),
]
