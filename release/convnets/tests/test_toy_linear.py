"""2.4: the linear model and its gradient descent."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("toy_linear")


def test_form_of_the_result(student):
    """w has four entries, and the lists of training and test losses have one entry for each iteration and fall."""
    rng = np.random.RandomState(0)
    X = {"train": rng.randn(30, 4), "test": rng.randn(10, 4)}
    Y = {name: rows @ np.array([1.0, -2.0, 0.5, 3.0]) for name, rows in X.items()}
    returned = student.learn_linear(X, Y, 10, 0.0, 50, 0.05)
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail("learn_linear does not return three values: w, training_loss, test_loss.")
    if np.size(returned[0]) != 4:
        checks.fail(f"w has {np.size(returned[0])} entries where 4 are expected.")
    for name, losses in (("training_loss", returned[1]), ("test_loss", returned[2])):
        checks.loss_decreases(np.ravel(losses), count=50, what=name)
