"""The references of the theory tasks against autograd, central differences, scikit-learn and torch's own layers."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.checks.subspaces import largest_angle
from tests.helpers.later import import_later

torch = import_later("torch")
decomposition = import_later("sklearn.decomposition")
theory = import_later("solutions.autoencoders.theory")
pytestmark = pytest.mark.framework

SEEDS = st.integers(0, 2**32 - 1)
SIZES = ((3, 4, 2), (2, 5, 4, 3), (4, 3))


def _network(rng, sizes):
    pairs = list(pairwise(sizes))
    return [rng.normal(size=(out, inp)) for inp, out in pairs], [rng.normal(size=out) for _, out in pairs]


def _autograd(x, y, weights, biases, activate):
    """δ (n, out) of each input's cost, dW and db of the mean cost; ``activate(z, number)`` in torch."""
    layers = [
        (torch.tensor(W, requires_grad=True), torch.tensor(b, requires_grad=True))
        for W, b in zip(weights, biases, strict=True)
    ]
    a, pre = torch.tensor(x), []
    for number, (W, b) in enumerate(layers):
        pre.append(a @ W.T + b)
        pre[-1].retain_grad()
        a = activate(pre[-1], number)
    (0.5 * ((a - torch.tensor(y)) ** 2).sum(dim=1).mean()).backward()
    return {
        "delta": [z.grad.numpy() * len(x) for z in pre],
        "dW": [W.grad.numpy() for W, _ in layers],
        "db": [b.grad.numpy() for _, b in layers],
    }


def _agree(found, expected):
    for part, arrays in expected.items():
        for one, other in zip(found[part], arrays, strict=True):
            assert one.shape == other.shape
            assert np.allclose(one, other, rtol=1e-10, atol=1e-12)


@given(SEEDS, st.sampled_from(SIZES))
def test_modified_gradients_are_those_of_autograd(seed, sizes):
    """One neuron of any layer with a sine among sigmoids."""
    rng = np.random.default_rng(seed)
    weights, biases = _network(rng, sizes)
    x, y = rng.normal(size=(1, sizes[0])), rng.uniform(size=(1, sizes[-1]))
    layer = int(rng.integers(len(weights)))
    neuron = int(rng.integers(sizes[layer + 1]))

    def activate(z, number):
        chosen = (torch.arange(z.shape[1]) == neuron) & (number == layer)
        return torch.where(chosen, torch.sin(z), torch.sigmoid(z))

    expected = _autograd(x, y, weights, biases, activate)
    expected["delta"] = [delta[0] for delta in expected["delta"]]
    _agree(theory.modified_gradients(x[0], y[0], weights, biases, layer, neuron, np.sin, np.cos), expected)


@given(SEEDS, st.sampled_from(SIZES), st.integers(1, 9))
def test_linear_gradients_are_those_of_autograd(seed, sizes, n):
    """Any number of inputs and layers."""
    rng = np.random.default_rng(seed)
    weights, biases = _network(rng, sizes)
    x, y = rng.normal(size=(n, sizes[0])), rng.normal(size=(n, sizes[-1]))
    _agree(theory.linear_gradients(x, y, weights, biases), _autograd(x, y, weights, biases, lambda z, number: z))


@given(SEEDS, st.sampled_from([1.0, 300.0]))
def test_softmax_delta_is_that_of_autograd(seed, scale):
    """Soft targets, scores up to 1000, one input or several."""
    rng = np.random.default_rng(seed)
    z, y = scale * rng.normal(size=(5, 4)), rng.dirichlet(np.ones(4), 5)
    scores = torch.tensor(z, requires_grad=True)
    (-(torch.tensor(y) * torch.log_softmax(scores, dim=1)).sum()).backward()
    assert np.allclose(theory.softmax_delta(z, y), scores.grad, atol=1e-12)
    assert np.allclose(theory.softmax_delta(z[2], y[2]), scores.grad[2], atol=1e-12)


@given(SEEDS)
def test_cross_entropy_is_torchs_and_smallest_at_the_targets(seed):
    """Between the ends it is torch's; at the minimum the value is the entropy and every other output is worse."""
    rng = np.random.default_rng(seed)
    a, y = rng.uniform(0.01, 0.99, (2, 6))
    expected = torch.nn.functional.binary_cross_entropy(torch.tensor(a), torch.tensor(y)).item()
    assert theory.cross_entropy(a, y) == pytest.approx(expected, rel=1e-12)
    best, smallest = theory.cross_entropy_minimum(y)
    assert theory.cross_entropy(best, y) == pytest.approx(smallest, rel=1e-12)
    assert theory.cross_entropy(a, y) >= smallest


def test_cross_entropy_at_the_ends():
    """0 · ln 0 is 0, and ln 0 with another factor is infinite."""
    ends = np.array([0.0, 1.0])
    assert theory.cross_entropy(ends, ends) == 0
    assert theory.cross_entropy(np.array([0.25]), np.array([1.0])) == pytest.approx(np.log(4))
    assert theory.cross_entropy(np.array([0.0]), np.array([0.5])) == np.inf


def test_backprop_numbers_are_those_of_autograd():
    """All sixteen, by torch."""
    values = {name: torch.tensor(theory.FIGURE[name], dtype=torch.float64) for name in ("x", "t", "w", "b")}
    w, b = values["w"].requires_grad_(), values["b"].requires_grad_()
    hidden = w[:4].reshape(2, 2) @ values["x"] + b[:2]
    output = w[4:].reshape(2, 2) @ torch.sigmoid(hidden) + b[2:]
    cost = torch.nn.functional.binary_cross_entropy(torch.sigmoid(output), values["t"], reduction="sum")
    dw, db, delta_h, delta_o = torch.autograd.grad(cost, (w, b, hidden, output))
    found = theory.backprop_numbers()
    assert [found[f"dw{k}"] for k in range(1, 9)] == pytest.approx(dw.tolist(), rel=1e-12)
    assert [found[f"db_{unit}"] for unit in theory.UNITS] == pytest.approx(db.tolist(), rel=1e-12)
    assert [found[f"delta_{unit}"] for unit in theory.UNITS] == pytest.approx(
        [*delta_h.tolist(), *delta_o.tolist()], rel=1e-12
    )


@given(st.integers(1, 40), st.integers(1, 9), st.integers(1, 5), st.integers(0, 4))
def test_output_sizes_are_those_of_torch(n, kernel, stride, padding):
    """Those of a convolution, wherever the kernel fits into the padded input."""
    if kernel > n + 2 * padding:
        return
    layer = torch.nn.Conv1d(1, 1, kernel, stride, padding)
    assert theory.conv_output_size(n, kernel, stride, padding) == layer(torch.zeros(1, 1, n)).shape[-1]


def test_four_answers():
    """The sizes that the sheet's own layers give in torch: two convolutions and two poolings."""
    image = torch.zeros(1, 1, 50, 50)
    layers = {
        "a": torch.nn.Conv2d(1, 1, 4, 1, 1),
        "b": torch.nn.Conv2d(1, 1, 8, 5),
        "c": torch.nn.MaxPool2d(10, 2, 2),
        "d": torch.nn.MaxPool2d(2, 1),
    }
    assert theory.conv_answers() == {name: tuple(layer(image).shape[2:]) for name, layer in layers.items()}
    assert [size for size, _ in theory.conv_answers().values()] == [49, 9, 23, 49]


@given(SEEDS, st.integers(1, 4))
def test_pca_is_that_of_scikit_learn(seed, k):
    """The same subspace and the same error, and no random matrices of the same size do better."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(40, 6)) * [3, 2.5, 2, 1.5, 0.5, 0.2] @ rng.normal(size=(6, 6)) + rng.normal(size=6)
    pca = decomposition.PCA(k).fit(X)
    assert largest_angle(theory.pca_basis(X, k), pca.components_.T) < 1e-6
    error = theory.reconstruction_error(X, pca.components_, pca.components_.T, pca.mean_)
    assert error == pytest.approx(theory.pca_error(X, k), rel=1e-9)
    other = rng.normal(size=(k, 6))
    assert theory.reconstruction_error(X, other, np.linalg.pinv(other), pca.mean_) >= error


@pytest.mark.parametrize("kind", ["gaussian", "uniform", "multiplicative", "masking", "salt_and_pepper"])
def test_corruptions_are_what_they_say(kind):
    """Mean and spread of the noise, or the share of replaced numbers, of 200,000 numbers; the points stay."""
    declared = {"kind": kind, "std": 0.3, "width": 0.5, "probability": 0.2, "low": -7.0, "high": 9.0}
    points = np.full((100_000, 2), 2.0)
    found = theory.corrupt(points, declared, np.random.default_rng(0))
    assert (points == 2).all()
    if kind in ("gaussian", "uniform", "multiplicative"):
        spread = {"gaussian": 0.3, "uniform": 0.5 / np.sqrt(3), "multiplicative": 0.6}[kind]
        assert found.mean() == pytest.approx(2, abs=0.01)
        assert found.std() == pytest.approx(spread, rel=0.01)
        return
    values = {"masking": {0.0: 0.2}, "salt_and_pepper": {-7.0: 0.1, 9.0: 0.1}}[kind]
    for value, share in values.items():
        assert (found == value).mean() == pytest.approx(share, abs=0.005)
    assert (found == 2).mean() == pytest.approx(0.8, abs=0.005)
