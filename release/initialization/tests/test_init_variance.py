"""Q4: the standard deviation of initial weights, for any activation."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("init_variance")


def test_identity_and_relu(student):
    """Without an activation the standard deviation is 1/sqrt(fan_in); with ReLU and fan_in 200 it is 0.1."""
    identity = student.probe("init_std_of", "two_slopes", [1.0, 1.0], 25)
    checks.close(identity, 0.2, "σ for the identity", rtol=2e-3)
    relu = student.probe("init_std_of", "two_slopes", [0.0, 1.0], 200)
    checks.close(relu, 0.1, "σ for ReLU", rtol=2e-3)
