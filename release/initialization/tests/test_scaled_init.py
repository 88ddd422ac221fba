"""T1.3: every matrix divided by the square root of its fan-in."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("scaled_init")


def test_matrix_of_twos(student):
    """With a = 2 on the diagonal and 4 inputs, each layer multiplies x by 2/sqrt(4) = 1: the mean stays as it was."""
    result = student.scaled_statistics(torch.tensor([1.0, 2.0, 3.0, 6.0]), [2 * torch.eye(4)] * 5)
    if not isinstance(result, list) or len(result) != 2:
        checks.fail("Return the tuple (mean, std).")
    checks.close(result[0], 3.0, "the mean")
    checks.number(result[1], "the std")
