"""1.3: gradients of the toy convnet when some of its parameters are zero."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("zero_init")

X, Y = np.array([1.0, -2.0, 0.5, 1.5]), 2.0


@pytest.mark.parametrize("zeros", ["all", "u", "filters"])
def test_shapes(student, zeros):
    """zero_init_gradients returns three gradients of shapes (3,), (3,), (4,) in each of the three cases."""
    filters = [np.array([1.0, 0.5, -1.0]), np.array([0.2, -1.0, 0.3])]
    arguments = {"all": [], "u": [*filters, np.zeros(4)], "filters": [np.zeros(3), np.zeros(3), np.ones(4)]}[zeros]
    returned = student.zero_init_gradients(X, Y, *arguments)
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail("zero_init_gradients does not return three gradients: dl_dw1, dl_dw2, dl_du.")
    for name, value, size in zip(("dl_dw1", "dl_dw2", "dl_du"), returned, (3, 3, 4), strict=True):
        if np.size(value) != size:
            checks.fail(f"{name} has {np.size(value)} entries where {size} are expected.")
