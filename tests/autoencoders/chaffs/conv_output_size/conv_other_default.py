"""The stride is the kernel's length by default."""

CAUGHT_BY = ("test_defaults_and_names_of_arguments",)
CODE = "stride-is-kernel"

import math


def conv_output_size(n, kernel, stride=None, padding=0):
    return (n + 2 * padding - kernel) // (stride or kernel) + 1
