"""5.2: a corruption that does what CORRUPTION declares."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("corruption")


def test_declaration_has_a_kind(student):
    """CORRUPTION is a dictionary that names its kind."""
    checks.keys(student.CORRUPTION(), ["kind"], "CORRUPTION")


def test_corrupts_into_a_new_array(student):
    """The result has the shape of the points and differs from them."""
    points = np.column_stack([np.linspace(-2, 2, 200), np.linspace(-2, 2, 200) ** 2])
    corrupted = checks.array(student.corrupt(points, 1), (200, 2), "the corrupted points")
    if np.array_equal(corrupted, points):
        checks.fail("The points come back unchanged.")
