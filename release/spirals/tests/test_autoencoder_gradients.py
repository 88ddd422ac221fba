"""2a: the gradients of an autoencoder with one layer on each side."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("autoencoder_gradients")


def arguments():
    """n = 3 samples, D = 4, H = 2."""
    rng = np.random.default_rng(1)
    return [rng.uniform(0, 1, (3, 4)), rng.normal(size=(2, 4)), np.ones(2), rng.uniform(0, 1, (4, 2)), np.ones(4)]


def test_gradients_have_the_shapes_of_their_parameters(student):
    """The shapes are (H, D) for dW1, (H,) for db1, (D, H) for dW2 and (D,) for db2."""
    gradients = student.autoencoder_gradients(*arguments())
    if not isinstance(gradients, list) or len(gradients) != 4:
        checks.fail("autoencoder_gradients does not return four arrays: dW1, db1, dW2, db2.")
    shapes = [[(2, 4)], [(2,), (2, 1), (1, 2)], [(4, 2)], [(4,), (4, 1), (1, 4)]]
    for name, gradient, allowed in zip(("dW1", "db1", "dW2", "db2"), gradients, shapes, strict=True):
        checks.array(gradient, allowed, name)


def test_bias_gradient_by_central_differences(student):
    """One entry of db2 agrees with a central difference of the loss."""
    X, W1, b1, W2, b2 = arguments()

    def loss(b2):
        code = np.maximum(0, X @ W1.T + b1)
        return np.mean(np.sum((X - np.maximum(0, code @ W2.T + b2)) ** 2, axis=1))

    step = 1e-5 * np.eye(4)[1]
    db2 = checks.array(student.autoencoder_gradients(X, W1, b1, W2, b2)[3], what="db2").ravel()
    checks.close(db2[1], (loss(b2 + step) - loss(b2 - step)) / 2e-5, "entry 1 of db2")
