"""Learning rates of one order of magnitude."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "range-too-small"

def choose_hyperparameter():
    return "learning_rate", [0.001, 0.002, 0.005, 0.01]
