"""2a: gradients of a one-layer autoencoder."""

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
    """dW1 (H, D), db1 (H,), dW2 (D, H) and db2 (D,)."""
    found = student.autoencoder_gradients(*arguments())
    if not isinstance(found, list) or len(found) != 4:
        checks.fail("autoencoder_gradients returns four arrays: dW1, db1, dW2, db2.")
    shapes = [[(2, 4)], [(2,), (2, 1), (1, 2)], [(4, 2)], [(4,), (4, 1), (1, 4)]]
    for name, one, allowed in zip(("dW1", "db1", "dW2", "db2"), found, shapes, strict=True):
        checks.array(one, allowed, name)


def test_bias_gradient_by_central_differences(student):
    """One entry of db2 agrees with a central difference of the loss."""
    X, W1, b1, W2, b2 = arguments()

    def loss(b2):
        code = np.maximum(0, X @ W1.T + b1)
        return np.mean(np.sum((X - np.maximum(0, code @ W2.T + b2)) ** 2, axis=1))

    step = 1e-5 * np.eye(4)[1]
    db2 = checks.array(student.autoencoder_gradients(X, W1, b1, W2, b2)[3], what="db2").ravel()
    checks.close(db2[1], (loss(b2 + step) - loss(b2 - step)) / 2e-5, "entry 1 of db2")
