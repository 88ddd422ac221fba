"""T1.4: tanh after every unscaled layer."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from solutions.initialization import mean_sd, tanh_statistics
from tests.initialization.hidden import catalogue
from tests.initialization.hidden.statistics_pair import check_pair

pytestmark = pytest.mark.task("tanh_activations")


def draw(rng, width, depth, size):
    """x (width,) and matrices with entries of standard deviation ``size``, float32.

    Few layers: with standard normal weights the map is chaotic, and each layer doubles a rounding error.
    """
    x = rng.standard_normal(width).astype(np.float32)
    return x, [(size * rng.standard_normal((width, width))).astype(np.float32) for _ in range(depth)]


def wrong_results(x, layers):
    """The usual mistakes, each with the (mean, std) that it leads to."""
    root = np.sqrt(x.size)
    plain, scaled, before, first = (x.astype(np.float64) for _ in range(4))
    for number, layer in enumerate(layers, start=1):
        plain = layer @ plain
        scaled = np.tanh(layer @ scaled / root)
        before = layer @ np.tanh(before)
        first = layer @ first if number == len(layers) else np.tanh(layer @ first)
    return [
        (catalogue.TANH_AT_THE_END, mean_sd(np.tanh(plain))),
        (catalogue.NO_TANH, mean_sd(plain)),
        (catalogue.SCALED_WEIGHTS, mean_sd(scaled)),
        (catalogue.TANH_BEFORE_THE_PRODUCT, mean_sd(before)),
        (catalogue.LAST_LAYER_WITHOUT_TANH, mean_sd(first)),
    ]


@pytest.mark.task("tanh_activations", weight=4)
def test_mean_and_std_after_tanh_layers(student, rng):
    """Mean and std of the last x are correct for tanh after every layer and unscaled weights."""
    for width, depth, size in ((24, 5, 1.0), (40, 6, 0.2)):
        x, layers = draw(rng, width, depth, size)
        result = student.tanh_statistics(torch.from_numpy(x), [torch.from_numpy(layer) for layer in layers])
        check_pair(result, tanh_statistics(x, layers), width, wrong_results(x, layers))


@pytest.mark.task("tanh_activations", weight=0.5)
def test_leaves_its_arguments_alone(student, rng):
    """tanh_statistics does not change the matrices and the x that it is given."""
    x, layers = draw(rng, 20, 3, 1.0)
    given = [torch.from_numpy(x), [torch.from_numpy(layer) for layer in layers]]
    x_after, layers_after = student.probe("arguments_after", "tanh_statistics", given)
    checks.not_mutated(x, x_after, "x")
    checks.not_mutated(np.stack(layers), np.stack(layers_after), "the list of layers")
