"""References of P1: against scipy, closed forms and central differences, not against themselves."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from tests.helpers.later import import_later

special = import_later("scipy.special")
mlp = import_later("solutions.backprop.mlp")
pytestmark = pytest.mark.framework

SIZES = (5, 4, 6, 3)


@pytest.fixture
def network():
    """Parameters, inputs and labels."""
    rng = np.random.default_rng(2)
    parameters = [(rng.normal(size=(i, o)), rng.normal(size=o)) for i, o in itertools.pairwise(SIZES)]
    return parameters, rng.normal(size=(7, 5)), rng.integers(3, size=7)


ACTIVATIONS = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}


def scores(parameters, x, name):
    for W, b in parameters[:-1]:
        x = ACTIVATIONS[name](x @ W + b)
    return x @ parameters[-1][0] + parameters[-1][1]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_probabilities_and_loss_are_those_of_scipy(network, name):
    parameters, x, y = network
    z = scores(parameters, x, name)
    assert np.allclose(mlp.probabilities(parameters, x, name), special.softmax(z, axis=1), rtol=1e-12)
    expected = -special.log_softmax(z, axis=1)[np.arange(7), y].mean()
    assert mlp.mean_loss(parameters, x, y, name) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("name", ["tanh", "sigmoid"])
def test_gradients_agree_with_central_differences(network, name):
    """Every entry, by differences of scipy's loss."""
    parameters, x, y = network
    found = mlp.gradients(parameters, x, y, name)

    def loss(moved):
        return -special.log_softmax(scores(moved, x, name), axis=1)[np.arange(7), y].mean()

    for layer in range(3):
        for kind in (0, 1):
            for index in np.ndindex(parameters[layer][kind].shape):
                values = []
                for step in (1e-5, -1e-5):
                    moved = [(W.copy(), b.copy()) for W, b in parameters]
                    moved[layer][kind][index] += step
                    values.append(loss(moved))
                assert found[layer][kind][index] == pytest.approx((values[0] - values[1]) / 2e-5, abs=1e-8)


def test_central_differences_come_to_the_gradient(network):
    parameters, x, y = network
    places = [(0, 0, (1, 2)), (1, 1, (3,)), (2, 0, (5, 0))]
    right = [mlp.gradients(parameters, x, y, "tanh")[layer][kind][index] for layer, kind, index in places]
    errors = [
        np.abs(mlp.central_differences(parameters, x, y, "tanh", places, e) - right).max() for e in (1e-1, 1e-2, 1e-3)
    ]
    assert errors[0] / errors[1] == pytest.approx(100, rel=0.2)
    assert errors[1] / errors[2] == pytest.approx(100, rel=0.2)


@pytest.mark.parametrize(("sizes", "count"), [((784, 512, 256, 10), 535_818), ((2, 3, 1), 13)])
def test_parameter_count(sizes, count):
    assert mlp.parameter_count(sizes) == count


def test_glorot_bound():
    assert mlp.glorot_bound(2, 4) == 1


def test_training_learns_and_repeats():
    """Clusters are told apart after a few epochs; the same seed gives the same network."""
    rng = np.random.default_rng(0)
    y = np.arange(400) % 10
    x = (rng.normal(size=(400, 20)) + 3 * rng.normal(size=(10, 20))[y]) / 10
    one, two = (mlp.train_mlp(x, y, epochs=6, seed=1) for _ in range(2))
    assert mlp.accuracy_of(one, x, y) > 0.95
    assert all(np.array_equal(a[0], b[0]) for a, b in zip(one, two, strict=True))
    other = mlp.train_mlp(x, y, epochs=1, seed=2)
    assert not np.array_equal(one[0][0], other[0][0])


def test_accuracy_counts_right_answers():
    identity = [(np.eye(3), np.zeros(3)), (np.eye(3), np.zeros(3))]
    assert mlp.accuracy_of(identity, np.eye(3), np.array([0, 1, 1])) == pytest.approx(2 / 3)
