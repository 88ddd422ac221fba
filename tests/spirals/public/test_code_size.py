"""2c: training and test error for codes of different sizes."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("code_size")


def test_result_has_three_lists(student):
    """For two code sizes the result holds two training errors and two test errors."""
    images = (np.arange(80 * 784).reshape(80, 784) % 251).astype(np.uint8)
    result = student.probe("code_size_run", [3, 5], images[:60], images[60:], 1)["result"]
    checks.keys(result, ["code_size", "train", "test"], "the result of code_size_errors")
    for key in ("train", "test"):
        checks.array(result[key], (2,), f'the list "{key}"')
    checks.same(list(result["code_size"]), [3, 5], "the list of code sizes")
