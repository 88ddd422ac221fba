"""The references of the autoencoder problem against autograd, central differences, closed forms and Keras."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from tests.helpers.datafiles import ROOT
from tests.helpers.later import import_later

torch = import_later("torch")
reference = import_later("solutions.spirals.autoencoder")


@pytest.fixture
def arguments():
    """X (6, 5) with negative entries, H = 3; every unit is on for some samples and off for others."""
    rng = np.random.default_rng(2)
    while True:
        X, W1, b1 = rng.normal(size=(6, 5)), rng.normal(size=(3, 5)), rng.normal(size=3)
        W2, b2 = rng.normal(size=(5, 3)), rng.normal(size=5)
        z1 = X @ W1.T + b1
        z2 = np.maximum(z1, 0) @ W2.T + b2
        if all(((z > 0).any(axis=0) & (z < 0).any(axis=0)).all() for z in (z1, z2)):
            return X, W1, b1, W2, b2


@pytest.mark.framework
def test_gradients_are_those_of_autograd(arguments):
    """All four, to ten digits; the loss is the one of the sheet."""
    X, *parameters = (torch.tensor(array) for array in arguments)
    W1, b1, W2, b2 = (parameter.requires_grad_() for parameter in parameters)
    rebuilt = torch.relu(torch.relu(X @ W1.T + b1) @ W2.T + b2)
    loss = ((X - rebuilt) ** 2).sum(dim=1).mean()
    loss.backward()
    assert reference.autoencoder_loss(*arguments) == pytest.approx(loss.item(), rel=1e-12)
    for found, parameter in zip(reference.autoencoder_gradients(*arguments), (W1, b1, W2, b2), strict=True):
        assert found.shape == parameter.shape
        assert np.allclose(found, parameter.grad, rtol=1e-10, atol=1e-12)


def test_gradients_are_those_of_central_differences(arguments):
    """Every entry of every parameter, by the loss alone."""
    for position, gradient in enumerate(reference.autoencoder_gradients(*arguments), start=1):
        for place in np.ndindex(gradient.shape):
            losses = []
            for step in (1e-6, -1e-6):
                moved = [array.copy() for array in arguments]
                moved[position][place] += step
                losses.append(reference.autoencoder_loss(*moved))
            assert gradient[place] == pytest.approx((losses[0] - losses[1]) / 2e-6, rel=1e-5, abs=1e-7)


def test_a_unit_at_zero_passes_nothing_on(arguments):
    """ReLU′(0) = 0, in the code and in the output."""
    X, W1, b1, W2, b2 = (array.copy() for array in arguments)
    W1[0], b1[0], W2[1], b2[1] = 0, 0, 0, 0
    dW1, db1, dW2, db2 = reference.autoencoder_gradients(X, W1, b1, W2, b2)
    assert not dW1[0].any() and db1[0] == 0 and not dW2[1].any() and db2[1] == 0


def test_squared_error_sums_over_pixels_and_averages_over_images():
    """Two images, off by 1 in 784 and in 0 pixels."""
    assert reference.squared_error(np.ones((2, 784)), np.array([[0.0] * 784, [1.0] * 784])) == 392


def test_noise_is_clipped_and_has_its_size():
    """Grey pixels get the standard deviation asked for; black ones are not below 0."""
    rng = np.random.default_rng(0)
    assert np.std(reference.add_noise(np.full((100, 784), 0.5), 0.1, rng) - 0.5) == pytest.approx(0.1, rel=0.02)
    black = reference.add_noise(np.zeros((100, 784)), 0.2, rng)
    assert black.min() == 0
    assert black.mean() == pytest.approx(0.2 / np.sqrt(2 * np.pi), rel=0.03)


def test_the_judge_needs_no_tensorflow():
    """Neither the references nor the hidden tests' helpers import it."""
    code = (
        "import sys; from tests.spirals.hidden import autoencoders; import solutions.spirals.autoencoder; "
        "from autograder.worker import probes; from pathlib import Path; probes.load(Path('tests/spirals')); "
        "assert not {'tensorflow', 'keras', 'torchvision'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


KERAS = """
import numpy as np
from solutions.spirals import autoencoder as reference

rng = np.random.default_rng(0)
for sizes in (reference.SHALLOW, reference.DEEP):
    model = reference.make_autoencoder(sizes)
    assert model.count_params() == reference.count_parameters(sizes)
    weights = [rng.normal(size=weight.shape) / np.sqrt(len(weight)) for weight in model.get_weights()]
    model.set_weights(weights)
    layers = list(zip(weights[::2], weights[1::2]))
    x = rng.uniform(0, 1, (3, 784)).astype("float32")
    ways = ["relu"] * (len(sizes) - 2) + ["sigmoid"]
    assert np.allclose(model.predict(x, verbose=0), reference.forward(layers, ways, x), atol=1e-4)
x = rng.uniform(0, 1, (300, 1)) * np.ones(784, "float32")
model = reference.make_autoencoder((784, 4, 784))
before = reference.squared_error(model.predict(x, verbose=0), x)
losses = reference.train(model, x, epochs=30, noise_factor=0.1, device="/CPU:0")
assert len(losses) == 30 and losses[-1] < losses[0]
assert reference.squared_error(model.predict(x, verbose=0), x) < before
"""


@pytest.mark.framework
def test_recipes_agree_with_keras():
    """Keras' parameter counts and outputs are those of the numpy forms, and training lowers loss and error."""
    pytest.importorskip("tensorflow")
    subprocess.run([sys.executable, "-c", KERAS], cwd=ROOT, check=True, env=None)


@pytest.mark.parametrize(("sizes", "count"), [("SHALLOW", 50_992), ("DEEP", 209_968)])
def test_parameter_counts(sizes, count):
    """Weights and biases, counted by hand."""
    assert reference.count_parameters(getattr(reference, sizes)) == count
