"""padding before stride."""

CAUGHT_BY = ("test_sizes_that_come_out_even", "test_sizes_that_are_rounded_down")
CODE = "sizes-wrong"

import math


def conv_output_size(n, kernel, padding=0, stride=1):
    return (n + 2 * padding - kernel) // max(stride, 1) + 1
