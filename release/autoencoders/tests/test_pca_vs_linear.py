"""5.3: the best linear autoencoder."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("pca_vs_linear")


def test_points_on_a_line(student):
    """One dimension is enough for points on a line that misses the origin: the error is below 3 %."""
    direction = np.array([2.0, -1.0, 2.0]) / 3
    X = np.array([1.0, 0.0, 5.0]) + np.linspace(-4, 4, 50)[:, None] * direction
    answer = student.linear_autoencoder(X, 1)
    if not isinstance(answer, list) or len(answer) != 3:
        checks.fail("linear_autoencoder must return three arrays: encoder, decoder and mean.")
    encoder = checks.array(answer[0], [(1, 3), (3, 1)], "the encoder").reshape(1, 3)
    decoder = checks.array(answer[1], [(3, 1), (1, 3)], "the decoder").reshape(3, 1)
    mean = checks.array(answer[2], [(3,), (1, 3), (3, 1)], "the mean").ravel()
    rebuilt = mean + (X - mean) @ encoder.T @ decoder.T
    checks.close(rebuilt, X, "the reconstruction", rtol=0.03)
