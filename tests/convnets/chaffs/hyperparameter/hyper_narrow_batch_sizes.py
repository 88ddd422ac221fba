"""Batch sizes from 32 to 256."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "range-too-small"

def choose_hyperparameter():
    return "batch_size", [32, 64, 128, 256]
