"""The formula for ReLU whatever φ is."""

CAUGHT_BY = ("test_both_sides_of_zero_count", "test_smooth_activations", "test_activation_with_a_jump")
CODE = "number-off"

import math


def init_std(phi, fan_in):
    return math.sqrt(2 / fan_in)
