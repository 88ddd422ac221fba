"""Four values, two of them the same."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "too-few-values"

def choose_hyperparameter():
    return "learning_rate", [0.0001, 0.001, 0.001, 0.1]
