"""The references of the torch tasks of autoencoders: sizes, shapes, what training and measuring do."""

from __future__ import annotations

import numpy as np
import pytest

from tests.helpers.later import import_later

torch = import_later("torch")
decomposition = import_later("sklearn.decomposition")
metrics = import_later("sklearn.metrics")
networks = import_later("solutions.autoencoders.networks")
reconstruction = import_later("solutions.autoencoders.reconstruction")
pytestmark = pytest.mark.framework


@pytest.mark.parametrize(
    ("make", "count"),
    [("make_cnn", 726_630), ("ConvAutoencoder", 16_859), ("LinearAutoencoder", 437_746)],
)
def test_number_of_parameters(make, count):
    """The sheet's numbers for the classifier and the convolutional autoencoder."""
    assert networks.count_parameters(getattr(networks, make)()) == count


def test_skips_cost_no_parameter_and_change_the_output():
    """With the same weights only the additions differ."""
    plain, skips = networks.ConvAutoencoder(), networks.ConvAutoencoder(skips=True)
    skips.load_state_dict(plain.state_dict())
    images = torch.rand(5, 1, 28, 28)
    assert networks.count_parameters(skips) == networks.count_parameters(plain)
    assert torch.equal(plain.encode(images), skips.encode(images))
    assert not torch.allclose(plain(images), skips(images), atol=1e-4)


@pytest.mark.parametrize("make", ["LinearAutoencoder", "ConvAutoencoder"])
def test_autoencoder_shapes(make):
    """Codes are two numbers, outputs are images in (0, 1)."""
    model, images = getattr(networks, make)(), np.random.default_rng(0).random((7, 1, 28, 28), np.float32)
    rebuilt, codes = networks.outputs(model, images), networks.outputs(model, images, of="encode", batch_size=3)
    assert rebuilt.shape == (7, 1, 28, 28) and codes.shape == (7, 2)
    assert rebuilt.min() > 0 and rebuilt.max() < 1


def test_training_lowers_the_losses():
    """Classifier and autoencoders learn a few patterns, with noise and without; the seed decides the result."""
    rng = np.random.default_rng(1)
    labels = rng.integers(2, size=128)
    images = (0.8 * labels[:, None, None, None] + 0.2 * rng.random((128, 1, 28, 28))).astype(np.float32)
    _, losses = networks.train_cnn(images, labels, epochs=3)
    assert len(losses) == 3 and losses[-1] < losses[0]
    for noise in (0.0, networks.NOISE_STD):
        first, losses = networks.train_autoencoder(networks.ConvAutoencoder, images, epochs=3, noise=noise)
        again, _ = networks.train_autoencoder(networks.ConvAutoencoder, images, epochs=3, noise=noise)
        assert losses[-1] < losses[0]
        assert all(torch.equal(a, b) for a, b in zip(first.parameters(), again.parameters(), strict=True))


def test_explained_share():
    """1 for the images themselves, 0 for the mean image; PCA as scikit-learn computes it."""
    rng = np.random.default_rng(2)
    images = rng.normal(size=(50, 3, 4)) @ rng.normal(size=(4, 4))
    mean = images.mean(axis=0)
    assert reconstruction.explained(images, images, mean) == 1
    assert reconstruction.explained(np.broadcast_to(mean, images.shape), images, mean) == pytest.approx(0)
    found = reconstruction.explained(reconstruction.pca_rebuilt(images, images, 3), images, mean)
    pca = decomposition.PCA(3).fit(images.reshape(50, -1))
    assert found == pytest.approx(pca.explained_variance_ratio_.sum())


def test_noise_and_confusion():
    """Noise has the asked-for spread and is not clipped; counts are those of scikit-learn, rows being true classes."""
    rng = np.random.default_rng(3)
    noise = reconstruction.corrupt(np.zeros((60, 784), np.float32), 0.3, rng)
    assert noise.std() == pytest.approx(0.3, rel=0.02) and noise.min() < -0.5
    truth, guesses = rng.integers(10, size=(2, 300))
    expected = metrics.confusion_matrix(truth, guesses, labels=range(10))
    assert np.array_equal(reconstruction.confusion_matrix(truth, guesses), expected)
