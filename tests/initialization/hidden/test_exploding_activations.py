"""T1.1: the first layer after which the activations hold nan or inf."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from solutions.initialization import exploding_layer
from tests.initialization.hidden import catalogue

pytestmark = pytest.mark.task("exploding_activations")
WHAT = "the number of the layer"


def network(rng, width, depth, at, positive=False):
    """x and ``depth`` float32 matrices; layer ``at`` (from 1) overflows by 20 decades, all before it stay finite.

    With ``positive`` entries every overflow is +inf and nothing is ever nan; otherwise each row of layer ``at`` adds
    up +inf and −inf, so that nan is there at once. Either way no order of summation changes the answer.
    """
    draw = (lambda *shape: rng.uniform(0.5, 1.5, shape)) if positive else (lambda *shape: rng.standard_normal(shape))
    x, layers = draw(width), []
    activation = x
    for number in range(1, depth + 1):
        layer = draw(width, width)
        goal = 10.0 ** (30 * min(number, at - 1) / at)
        if number == at:
            layer *= 1e30
        elif number < at:
            layer *= goal / np.abs(layer @ activation).max()
            activation = layer @ activation
        layers.append(layer)
    return torch.from_numpy(x.astype(np.float32)), [torch.from_numpy(layer.astype(np.float32)) for layer in layers]


def wrong_numbers(expected, depth):
    """Mistakes, each with the number of the layer that it leads to."""
    return [
        (catalogue.COUNTED_FROM_0, expected - 1),
        (catalogue.ONE_LAYER_TOO_LATE, expected + 1),
        (catalogue.LAST_LAYER, depth),
        (catalogue.TRUE_OR_FALSE, True),
    ]


@pytest.mark.task("exploding_activations", weight=2)
def test_finds_the_first_layer_that_is_not_finite(student, rng):
    """The result is the number, counted from 1, of the first layer after which x is not finite."""
    for width in (24, 40):
        depth = int(rng.integers(20, 40))
        at = int(rng.integers(3, depth - 4))
        x, layers = network(rng, width, depth, at)
        expected = exploding_layer(x, layers)
        checks.same(student.exploding_layer(x, layers), expected, WHAT, candidates=wrong_numbers(expected, depth))


def test_infinity_counts_as_well_as_nan(student, rng):
    """An infinity counts from the layer where it appears, even if nan follows later or never."""
    x, layers = network(rng, 24, 14, int(rng.integers(4, 9)), positive=True)
    expected = exploding_layer(x, layers)
    number = student.exploding_layer(x, layers)
    if number is None:
        checks.fail(catalogue.INF_MISSED)
    checks.same(number, expected, WHAT, candidates=wrong_numbers(expected, 14))


def test_is_none_when_all_stays_finite(student, rng):
    """The result is None when x stays finite through all layers, however large its entries get."""
    x, layers = network(rng, 24, 40, 41)
    checks.same(
        student.exploding_layer(x, layers[:40]), None, WHAT, candidates=[(catalogue.LAST_LAYER_THOUGH_FINITE, 40)]
    )


@pytest.mark.task("exploding_activations", weight=0.5)
def test_reads_a_generator_once(student, rng):
    """exploding_layer accepts a generator of layers, which has no length and can be read only once."""
    x, layers = network(rng, 24, 16, int(rng.integers(4, 12)))
    expected = exploding_layer(x, layers)
    number = student.probe("exploding_layer_of_generator", x, layers)
    checks.same(number, expected, WHAT, candidates=wrong_numbers(expected, 16))
