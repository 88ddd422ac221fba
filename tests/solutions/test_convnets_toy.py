"""References of `convnets`, theory and toy convnet: against torch's autograd, numpy's convolution and closed forms."""

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
special = import_later("scipy.special")
toy = import_later("solutions.convnets.toy")
toy_mistakes = import_later("tests.convnets.hidden.toy_mistakes")


def case(samples, seed=0, scale=1.0):
    """A random model, inputs and labels."""
    rng = np.random.default_rng(seed)
    return toy.random_model(rng, scale), 5 * (rng.random((samples, 4)) - 0.5), rng.normal(0, 2, samples)


def network(leaves, x):
    """p of the toy convnet in torch: conv1d is a cross-correlation, so the filters are flipped."""
    filters = torch.stack([leaves["w1"], leaves["w2"]])[:, None].flip(-1)
    o = torch.relu(torch.nn.functional.conv1d(x[:, None], filters, padding=1))
    return torch.nn.functional.max_pool1d(o, 2).reshape(len(x), 4) @ leaves["u"]


def autograd(model, x, y, lamb):
    """Gradients of torch in float64."""
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in model.items()}
    loss = torch.mean((network(leaves, torch.tensor(x)) - torch.tensor(y)) ** 2)
    loss = loss + lamb / 2 * sum((value**2).sum() for value in leaves.values())
    return [gradient.numpy() for gradient in torch.autograd.grad(loss, [leaves[name] for name in toy.NAMES])]


@pytest.mark.framework
@pytest.mark.parametrize("samples", [1, 7, 32])
def test_forward_pass_is_numpys_convolution(samples):
    """Pre-activations are those of numpy.convolve, the rest those of torch's max_pool1d."""
    model, x, _ = case(samples)
    found = toy.forward(model, x)
    for k, name in enumerate(("w1", "w2")):
        expected = [np.convolve(row, model[name], mode="same") for row in x]
        np.testing.assert_allclose(found.z[:, k], expected, atol=1e-12)
    leaves = {name: torch.tensor(value) for name, value in model.items()}
    np.testing.assert_allclose(found.p, network(leaves, torch.tensor(x)).numpy(), atol=1e-12)


@pytest.mark.framework
@pytest.mark.parametrize(("samples", "lamb"), [(1, 0.0), (7, 0.3), (32, 0.0), (32, 1.5)])
def test_gradients_equal_those_of_autograd(samples, lamb):
    """All three gradients agree with torch's to 1e-12, for several batch sizes, with and without the regulariser."""
    model, x, y = case(samples, seed=samples)
    for found, expected in zip(toy.gradients(model, x, y, lamb), autograd(model, x, y, lamb), strict=True):
        np.testing.assert_allclose(found, expected, rtol=1e-10, atol=1e-12)


@pytest.mark.framework
@pytest.mark.parametrize("zeros", [("u",), ("w1", "w2"), ("w1", "w2", "u")])
def test_gradients_where_parameters_are_zero(zeros):
    """With zeros in the filters or everywhere all gradients are zero, as in torch; with zeros in u that of u is not."""
    model, x, y = case(5)
    model |= {name: 0 * model[name] for name in zeros}
    found = toy.gradients(model, x, y)
    for one, expected in zip(found, autograd(model, x, y, 0.0), strict=True):
        np.testing.assert_allclose(one, expected, atol=1e-12)
    assert not found[0].any() and not found[1].any() and found[2].any() == (zeros == ("u",))


def test_targets():
    """y1, y2, y3 agree with loops and scipy's logsumexp, also for entries of ±1000."""
    rng = np.random.default_rng(1)
    X, W = rng.normal(size=(6, 4)), rng.normal(size=(4, 4))
    X[0], X[1] = 1000, -1000
    y1, y2, y3 = toy.targets(X, W)
    for row, a, b, c in zip(X, y1, y2, y3, strict=True):
        assert (a, b, c) == pytest.approx((sum(W @ row), max(row), special.logsumexp(W @ row)))


def test_data_are_those_of_the_sheet():
    """1,000 and 200 samples within ±2.5, labels within a few per cent of the functions' values."""
    X, labels = toy.make_data(np.random.default_rng(2))
    assert X["train"].shape == (1000, 4) and X["test"].shape == (200, 4) and len(labels) == 3
    assert 2.4 < np.abs(X["train"]).max() <= 2.5
    ratio = labels[1]["train"] / X["train"].max(axis=1)
    assert np.std(ratio) == pytest.approx(0.01, rel=0.1)


def test_ridge_is_where_the_gradient_vanishes():
    """The closed form is the zero of 2/n Xᵀ(Xw − y) + λw, and training comes to it."""
    rng = np.random.default_rng(3)
    X, labels = toy.make_data(rng)
    x, y, lamb = X["train"], labels[2]["train"], 0.4
    w = toy.ridge(x, y, lamb)
    np.testing.assert_allclose(2 / len(x) * x.T @ (x @ w - y) + lamb * w, 0, atol=1e-12)
    trained, training, test = toy.learn_linear(X, labels[0], 32, 1e-3, 1000, 0.01)
    np.testing.assert_allclose(trained, toy.ridge(x, labels[0]["train"], 1e-3), atol=0.05)
    assert len(training) == len(test) == 1000 and test[-1] < test[0] / 100


def test_training_takes_the_step_of_the_gradients():
    """On equal samples a step is the learning rate times (gradient + λ · parameter)."""
    model, x, y = case(1, seed=4)
    X = {"train": np.tile(x, (5, 1)), "test": x}
    Y = {"train": np.tile(y, 5), "test": y}
    after, losses, _ = toy.learn_cnn(X, Y, 3, 0.2, 1, 0.01, start=lambda rng: dict(model))
    for name, gradient in zip(toy.NAMES, toy.gradients(model, x, y, 0.2), strict=True):
        np.testing.assert_allclose((model[name] - after[name]) / 0.01, gradient, atol=1e-10)
    assert losses == [pytest.approx(toy.loss(model, x, y, 0.2))]


def test_convnet_beats_the_linear_model_on_the_maximum():
    """As long a training as the hidden tests', from small random numbers, ends below half of the linear error."""
    X, labels = toy.make_data(np.random.default_rng(5), 1000, 50)
    Y = labels[1]
    model, training, _ = toy.learn_cnn(X, Y, 32, 1e-3, 1500, 0.003, start=lambda rng: toy.random_model(rng, 0.3))
    linear = np.mean((X["train"] @ toy.ridge(X["train"], Y["train"], 0.0) - Y["train"]) ** 2)
    assert toy.loss(model, X["train"], Y["train"]) < linear / 4 and np.mean(training[-50:]) < training[0] / 2


@pytest.mark.parametrize("samples", [1, 6])
def test_mistakes_start_from_the_right_gradients(samples):
    """The mistakes' own gradients are the reference's where every step is right, and each mistake changes them."""
    model, x, y = case(samples, seed=8)
    right = toy.gradients(model, x, y)
    for found, expected in zip(toy_mistakes.gradients(model, x, y), right, strict=True):
        np.testing.assert_allclose(found, expected, atol=1e-12)
    if samples == 1:
        return
    for mistake, wrong in toy_mistakes.gradient_mistakes(model, x, y):
        same = [np.allclose(one, other, rtol=1e-3) for one, other in zip(wrong, right, strict=True)]
        assert not all(same), mistake
