"""2.4: the linear model and its gradient descent."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("toy_linear")


def test_form_of_the_result(student):
    """w has four entries, there is a training and a test loss for each iteration, and the training loss falls."""
    rng = np.random.RandomState(0)
    X = {"train": rng.randn(30, 4), "test": rng.randn(10, 4)}
    Y = {name: rows @ np.array([1.0, -2.0, 0.5, 3.0]) for name, rows in X.items()}
    found = student.learn_linear(X, Y, 10, 0.0, 50, 0.05)
    if not isinstance(found, (list, tuple)) or len(found) != 3:
        checks.fail("learn_linear does not return three values: w, training_loss, test_loss.")
    if np.size(found[0]) != 4:
        checks.fail(f"w has {np.size(found[0])} entries where 4 are expected.")
    for name, losses in (("training_loss", found[1]), ("test_loss", found[2])):
        checks.loss_decreases(np.ravel(losses), count=50, what=name)
