"""Dropout in per cent."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "no-probability"

def choose_hyperparameter():
    return "dropout", [0, 20, 50, 80]
