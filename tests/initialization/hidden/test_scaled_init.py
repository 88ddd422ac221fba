"""T1.3: every matrix divided by the square root of its fan-in."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from solutions.initialization import mean_sd, scaled_statistics
from tests.initialization.hidden import catalogue
from tests.initialization.hidden.statistics_pair import check_pair

pytestmark = pytest.mark.task("scaled_init")


def draw(rng, width, depth):
    """x (width,) and ``depth`` standard normal matrices, float32."""
    x = rng.standard_normal(width).astype(np.float32)
    return x, [rng.standard_normal((width, width)).astype(np.float32) for _ in range(depth)]


def wrong_results(x, layers):
    """The usual mistakes, each with the (mean, std) that it leads to."""
    width, plain = x.size, x.astype(np.float64)
    for layer in layers:
        plain = layer.astype(np.float64) @ plain
    powers = [
        (catalogue.NOT_SCALED, 0.0),
        (catalogue.DIVIDED_BY_FAN_IN, 1.0 * len(layers)),
        (catalogue.ONLY_X_SCALED, 0.5),
        (catalogue.FOURTH_ROOT, 0.25 * len(layers)),
        (catalogue.ONE_LAYER_NOT_SCALED, 0.5 * (len(layers) - 1)),
    ]
    return [(mistake, mean_sd(plain * float(width) ** -power)) for mistake, power in powers]


@pytest.mark.task("scaled_init", weight=4)
def test_mean_and_std_after_the_scaled_layers(student, rng):
    """Mean and std of the last x are correct when every matrix is divided by sqrt(fan_in) before the product."""
    for width, depth in ((30, 12), (48, 30)):
        x, layers = draw(rng, width, depth)
        result = student.scaled_statistics(torch.from_numpy(x), [torch.from_numpy(layer) for layer in layers])
        check_pair(result, scaled_statistics(x, layers), width, wrong_results(x, layers))


@pytest.mark.task("scaled_init", weight=0.5)
def test_leaves_the_given_weights_alone(student, rng):
    """scaled_statistics does not change the matrices and the x that it is given."""
    x, layers = draw(rng, 20, 3)
    given = [torch.from_numpy(x), [torch.from_numpy(layer) for layer in layers]]
    x_after, layers_after = student.probe("arguments_after", "scaled_statistics", given)
    checks.not_mutated(x, x_after, "x")
    checks.not_mutated(np.stack(layers), np.stack(layers_after), "the list of layers")
