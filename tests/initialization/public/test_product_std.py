"""T1.2: mean and standard deviation of y = a @ x for standard normal a and x."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("product_std")


def test_is_a_pair_near_zero_and_the_root_of_the_width(student):
    """The result is the tuple (mean, std); for width 64 they are near 0 and 8."""
    result = student.product_statistics(64, 200, 1)
    if not isinstance(result, list) or len(result) != 2:
        checks.fail("Return the tuple (mean, std).")
    checks.close(result[0], 0.0, "the mean", atol=0.5)
    checks.close(result[1], 8.0, "the std", rtol=0.1)
