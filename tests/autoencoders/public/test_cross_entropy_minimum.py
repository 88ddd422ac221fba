"""3.2: the outputs at which the cross-entropy is smallest, and its value there."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("cross_entropy_minimum")


def test_form_and_value_for_one_half(student):
    """The function returns an array (n,) and a number; for targets of ½ the smallest value is ln 2."""
    answer = student.cross_entropy_minimum(np.full(4, 0.5))
    if not isinstance(answer, list) or len(answer) != 2:
        checks.fail("cross_entropy_minimum must return two values: the outputs a and the value C.")
    checks.array(answer[0], [(4,), (4, 1), (1, 4)], "the output a")
    checks.close(answer[1], np.log(2), "C", rtol=1e-3)
