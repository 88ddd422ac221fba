"""1.1: a threshold as the activation, written with ReLU."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("parameterized_relu")

W, B = np.array([[1.0, -2.0], [0.5, 1.5], [-1.0, 0.25]]), np.array([0.1, -0.2, 0.3])


@pytest.mark.parametrize("t", [0.0, np.array([0.5, -0.5, 0.25])])
def test_shapes(student, t):
    """The function returns W2 in the shape of W, and b2 and c with one number for each unit (or one for all)."""
    returned = student.parameterized_relu(t, W, B)
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail("parameterized_relu does not return three values: W2, b2, c.")
    checks.array(returned[0], W.shape, "W2")
    for name, value in (("b2", returned[1]), ("c", returned[2])):
        if np.size(value) not in (1, 3):
            checks.fail(f"{name} has {np.size(value)} entries. One for each of the three units is expected.")


def test_threshold_zero_is_relu(student):
    """With t = 0, the function is ReLU itself."""
    W2, b2, c = (np.asarray(value, float) for value in student.parameterized_relu(0.0, W, B))
    for x in (np.array([1.0, 2.0]), np.array([-1.0, 0.5])):
        output = np.maximum(W2 @ x + b2.reshape(-1), 0) + c.reshape(-1)
        checks.close(output, np.maximum(W @ x + B, 0), "relu(W2 x + b2) + c with t = 0")
