"""4.1: sizes after a convolution or a pooling."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("conv_output_size")


def test_kernels_that_are_easy_to_see(student):
    """A kernel of length 1 leaves the size unchanged, and a kernel as long as the input gives the size 1."""
    checks.same(student.conv_output_size(17, 1), 17, "the output size")
    checks.same(student.conv_output_size(17, 17), 1, "the output size")


def test_four_pairs(student):
    """conv_answers has a pair (h, w) of whole numbers for each of a, b, c, d."""
    answers = student.conv_answers()
    checks.keys(answers, "abcd", "the returned dictionary")
    for name in "abcd":
        checks.array(answers[name], (2,), f"the size {name}")
