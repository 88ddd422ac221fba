"""3.1: the cross-entropy, which must be exact at both ends."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("cross_entropy_roles")


def test_one_half_everywhere(student):
    """With a = ½ the cross-entropy is ln 2 for any targets."""
    answer = student.cross_entropy(np.full(3, 0.5), np.array([0.0, 0.3, 1.0]))
    checks.close(answer, np.log(2), "the cross-entropy")
