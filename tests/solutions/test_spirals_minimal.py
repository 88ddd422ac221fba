"""References of `spirals`, Problem 1: gradients against autograd and central differences, the data, training."""

import numpy as np
import pytest

from autograder.checks.dense_mistakes import dense_gradients
from tests.helpers.later import import_later

torch = import_later("torch")
spiral = import_later("solutions.spirals.spiral")


def case(samples, sizes, seed=0):
    """Random inputs, labels and parameters with biases."""
    rng = np.random.default_rng(seed)
    x, y = rng.standard_normal((samples, sizes[0])), rng.integers(0, sizes[-1], samples).astype(np.uint8)
    return x, y, spiral.random_parameters(sizes, rng, bias=0.7)


def autograd(x, y, parameters):
    """Gradients of torch's cross-entropy in float64."""
    leaves = [torch.tensor(value, requires_grad=True) for value in parameters]
    h = torch.tensor(x)
    for weight, bias in zip(leaves[:-2:2], leaves[1:-2:2], strict=True):
        h = torch.relu(h @ weight + bias)
    loss = torch.nn.functional.cross_entropy(h @ leaves[-2] + leaves[-1], torch.tensor(y.astype(np.int64)))
    return [gradient.numpy() for gradient in torch.autograd.grad(loss, leaves)]


@pytest.mark.framework
@pytest.mark.parametrize(("samples", "sizes"), [(1, (2, 5, 4, 3)), (7, (3, 6, 4, 5)), (32, (4, 4, 4, 4))])
def test_gradients_equal_those_of_autograd(samples, sizes):
    """All six gradients agree with torch's to 1e-12, for several sizes."""
    x, y, parameters = case(samples, sizes)
    for found, expected in zip(
        spiral.three_layer_gradients(x, y, *parameters), autograd(x, y, parameters), strict=True
    ):
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-13)


@pytest.mark.framework
def test_units_at_the_kink_have_the_derivative_of_autograd():
    """A pre-activation of exactly 0 passes nothing down, as in torch."""
    x, y, parameters = case(6, (3, 5, 4, 3))
    x[::2], parameters[1][:] = 0, 0
    for found, expected in zip(
        spiral.three_layer_gradients(x, y, *parameters), autograd(x, y, parameters), strict=True
    ):
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-13)


def test_gradients_are_slopes_of_the_loss():
    """Central differences in random directions agree to 1e-7."""
    x, y, parameters = case(9, (2, 6, 5, 3), seed=2)
    rng = np.random.default_rng(3)
    gradients = spiral.three_layer_gradients(x, y, *parameters)
    for index, gradient in enumerate(gradients):
        direction = rng.standard_normal(gradient.shape)
        moved = [[p + h * direction if i == index else p for i, p in enumerate(parameters)] for h in (1e-6, -1e-6)]
        slope = (spiral.loss(x, y, moved[0]) - spiral.loss(x, y, moved[1])) / 2e-6
        assert slope == pytest.approx(float((gradient * direction).sum()), rel=1e-6, abs=1e-9)


def test_gradients_equal_those_of_the_harness():
    """The closed forms of `autograder.checks.dense_mistakes` are the same gradients."""
    x, y, parameters = case(11, (2, 6, 5, 3))
    pairs = dense_gradients(list(zip(parameters[::2], parameters[1::2], strict=True)), x, y)
    flat = [array for pair in pairs for array in pair]
    for found, expected in zip(spiral.three_layer_gradients(x, y, *parameters), flat, strict=True):
        np.testing.assert_allclose(np.reshape(found, expected.shape), expected, rtol=1e-10, atol=1e-13)


def test_large_scores_are_finite():
    """Scores of thousands give finite losses and gradients."""
    x, y, parameters = case(5, (2, 6, 5, 3))
    parameters[-1] = parameters[-1] + 1e4
    x[0] *= 1e3
    assert np.isfinite(spiral.loss(x, y, parameters))
    assert all(np.isfinite(gradient).all() for gradient in spiral.three_layer_gradients(x, y, *parameters))


def test_spirals_are_those_of_the_sheet():
    """Seed 0 gives 300 points whose radius runs from 0 to 1 on every arm, with arms 4 radians apart."""
    points, labels = spiral.make_spirals(100, np.random.RandomState(0))
    assert points.shape == (300, 2) and labels.dtype == np.uint8 and labels.tolist() == sorted([0, 1, 2] * 100)
    np.testing.assert_allclose(np.hypot(*points.T).reshape(3, 100), np.tile(np.linspace(0, 1, 100), (3, 1)), atol=1e-12)
    noise = np.random.RandomState(0).randn(100)
    expected = np.sin(4 + 0.3 * noise[-1])  # the last point of the first arm, at radius 1
    assert points[99, 0] == pytest.approx(expected)


def test_training_takes_the_step_of_the_gradients():
    """One step moves every parameter by −0.1 times the gradient before it."""
    points, labels = spiral.make_spirals(20, np.random.RandomState(0))
    states = []
    spiral.train_3_layer_network(
        points, labels, (7, 5), steps=3, after_step=lambda _, p: states.append([value.copy() for value in p])
    )
    gradients = spiral.three_layer_gradients(points, labels, *states[1])
    for before, after, gradient in zip(states[1], states[2], gradients, strict=True):
        np.testing.assert_allclose((before - after) / 0.1, gradient, atol=1e-12)


def test_a_short_training_learns_the_spiral():
    """600 steps, as the hidden tests run them, reach 0.99 with 100 and 50 units: far above the full mark."""
    points, labels = spiral.make_spirals(100, np.random.RandomState(0))
    parameters = spiral.train_3_layer_network(points, labels, (100, 50), steps=600)
    assert spiral.accuracy(points, labels, parameters) >= 0.99
