"""3.3: all derivatives of the 2-2-2 network for the first iteration."""

from __future__ import annotations

import pytest

from autograder import checks

pytestmark = pytest.mark.task("backprop_numbers")

NEURONS = ["h1", "h2", "o1", "o2"]


def test_sixteen_numbers(student):
    """The dictionary has all sixteen keys and a number for each."""
    answer = student.backprop_numbers()
    wanted = [f"dw{k}" for k in range(1, 9)] + [f"{kind}_{unit}" for kind in ("delta", "db") for unit in NEURONS]
    checks.keys(answer, wanted, "the returned dictionary")
    for name in wanted:
        checks.number(answer[name], name)
