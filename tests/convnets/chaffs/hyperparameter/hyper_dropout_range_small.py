"""Dropout probabilities from 0.1 to 0.4."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "range-too-small"

def choose_hyperparameter():
    return "dropout", [0.1, 0.2, 0.3, 0.4]
