"""T1.6: Kaiming normal."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("kaiming")


def test_standard_deviation_for_fifty_inputs(student):
    """For 50 inputs the standard deviation is sqrt(2 / 50) = 0.2, whatever the number of outputs."""
    weights = checks.array(student.kaiming_init(50, 400), [(400, 50), (50, 400)], "the matrix")
    checks.close(weights.std(), 0.2, "the standard deviation", rtol=0.05)
