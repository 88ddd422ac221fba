"""2.4: the three functions that are to be learned."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("toy_targets")


def test_identity(student):
    """If W is the identity, the sample (a, a, a, a) has the targets 4a, a, and a + log 4."""
    a = np.array([1.5, -0.5, 0.0])
    returned = student.toy_targets(np.repeat(a[:, None], 4, axis=1), np.eye(4))
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail("toy_targets does not return three arrays: y1, y2, y3.")
    for number, (values, right) in enumerate(zip(returned, (4 * a, a, a + np.log(4)), strict=True), start=1):
        if np.size(values) != 3:
            checks.fail(f"y{number} has {np.size(values)} entries for three samples.")
        checks.close(np.reshape(values, 3), right, f"y{number}", atol=1e-9)
