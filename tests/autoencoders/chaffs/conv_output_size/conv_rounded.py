"""Rounded to the nearest."""

CAUGHT_BY = ("test_sizes_that_are_rounded_down",)
CODE = "several-mistakes-fit"

import math


def conv_output_size(n, kernel, stride=1, padding=0):
    return round((n + 2 * padding - kernel) / stride + 0.26) + 1
