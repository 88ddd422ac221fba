"""The threshold is not added again."""

CAUGHT_BY = ("test_one_threshold_for_all_units", "test_a_threshold_for_each_unit")
CODE = "threshold-not-added"

def parameterized_relu(t, W, b):
    return W, b - t, 0 * t
