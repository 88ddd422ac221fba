"""Not rounded at all."""

CAUGHT_BY = ("test_sizes_that_are_rounded_down", "test_four_answers")
CODE = "size-not-rounded"

import math


def conv_output_size(n, kernel, stride=1, padding=0):
    return (n + 2 * padding - kernel) / stride + 1
