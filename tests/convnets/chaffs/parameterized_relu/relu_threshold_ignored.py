"""The layer as it was."""

CAUGHT_BY = ("test_one_threshold_for_all_units", "test_a_threshold_for_each_unit")
CODE = "threshold-without-effect"

def parameterized_relu(t, W, b):
    return W, b, 0.0
