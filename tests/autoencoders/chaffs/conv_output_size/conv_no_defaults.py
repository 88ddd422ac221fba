"""stride and padding have no defaults."""

CAUGHT_BY = ("test_defaults_and_names_of_arguments",)
CODE = "raised"

import math


def conv_output_size(n, kernel, stride, padding):
    return (n + 2 * padding - kernel) // stride + 1
