"""The threshold is only added outside."""

CAUGHT_BY = ("test_one_threshold_for_all_units", "test_a_threshold_for_each_unit")
CODE = "threshold-not-subtracted"

def parameterized_relu(t, W, b):
    return W, b, t
