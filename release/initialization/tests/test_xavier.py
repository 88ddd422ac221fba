"""T1.5: Xavier uniform."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("xavier")


def test_stays_within_the_bound(student):
    """All entries lie within ±sqrt(6 / (fan_in + fan_out)); for 30 inputs and 24 outputs that is ±1/3."""
    weights = checks.array(student.xavier_init(30, 24), [(24, 30), (30, 24)], "the matrix")
    if abs(weights).max() > 1 / 3 + 1e-6:
        checks.fail("Some entries are outside the bound.")
