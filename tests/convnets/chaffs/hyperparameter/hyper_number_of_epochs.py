"""Another hyper-parameter than the three."""

CAUGHT_BY = ("test_values_span_a_wide_range",)
CODE = "unknown-hyperparameter"

def choose_hyperparameter():
    return "epochs", [1, 2, 5, 200]
