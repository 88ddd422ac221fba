"""Q1: the Monte-Carlo risk of a linear student."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("teacher_student_risk")


def test_risk_is_a_number_near_the_squared_distance(student):
    """The estimated risk is one number; for w = (3, 0) and w_t = (0, 4) it is near 25."""
    result = student.monte_carlo_risk(np.array([3.0, 0.0]), np.array([0.0, 4.0]), 20_000, 1)
    estimate = checks.number(result, "the estimated risk")
    # The mean of 20,000 squares has a standard deviation of 1 %; 7 of them have a false-fail probability below 1e-10.
    if not 25 * 0.93 < estimate < 25 * 1.07:
        checks.fail(f"The estimated risk is {estimate:.4g}, which is not near 25.")
