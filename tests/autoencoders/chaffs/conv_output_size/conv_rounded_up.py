"""Rounded up."""

CAUGHT_BY = ("test_sizes_that_are_rounded_down", "test_four_answers")
CODE = "rounded-up"

import math


def conv_output_size(n, kernel, stride=1, padding=0):
    return math.ceil((n + 2 * padding - kernel) / stride) + 1
