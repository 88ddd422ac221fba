"""The numpy references for MNIST against scikit-learn and against numbers worked out by hand."""

import numpy as np
import pytest

from tests.helpers.later import import_later

sklearn_decomposition = import_later("sklearn.decomposition")
sklearn_neighbors = import_later("sklearn.neighbors")
mnist = import_later("solutions.convnets.mnist")
pytestmark = pytest.mark.framework


@pytest.fixture
def images():
    rng = np.random.default_rng(1)
    patterns = rng.integers(0, 256, (6, 28, 28))
    weights = rng.dirichlet(np.ones(6), 120)
    return np.tensordot(weights, patterns, 1).astype(np.uint8)


def test_cross_entropy_and_accuracy_by_hand():
    """Two images: −(ln 0.5 + ln 0.2) / 2, and one of two right; a probability of zero counts as 1e-7."""
    probabilities = np.zeros((2, 10))
    probabilities[0, [3, 4]] = 0.5
    probabilities[1, [1, 2]] = 0.2, 0.8
    assert mnist.cross_entropy(probabilities, np.array([3, 1])) == pytest.approx(-np.log(0.1) / 2)
    assert mnist.accuracy(probabilities, np.array([3, 1])) == 0.5
    assert mnist.cross_entropy(probabilities, np.array([0, 0])) == pytest.approx(-np.log(1e-7))


def test_cross_entropies_of_programs_that_keep_away_from_0():
    """A probability of zero counts as each of the numbers, whether it is added or the least; 0.5 hardly changes."""
    probabilities = np.zeros((2, 10), np.float32)
    probabilities[:, 3] = 0.5
    found = mnist.cross_entropies(probabilities, np.array([3, 0]))
    assert found[::2] == pytest.approx([-np.log(0.5 * least) / 2 for least in mnist.LEAST])
    assert found[1::2] == pytest.approx(found[::2], rel=1e-5)


def test_principal_components_are_those_of_scikit_learn(images):
    """Codes up to the sign of an axis, and reconstructions."""
    fit, new = images[:80], images[80:]
    pca = sklearn_decomposition.PCA(2).fit(fit.reshape(80, -1) / 255)
    codes = pca.transform(new.reshape(40, -1) / 255)
    found = mnist.pca_codes(fit, new)
    assert np.allclose(np.abs(found), np.abs(codes), atol=1e-6)
    assert np.allclose(mnist.pca_reconstructions(fit, new), pca.inverse_transform(codes), atol=1e-6)
    assert mnist.mean_squared_error(mnist.as_rows(new), new) == 0


@pytest.mark.parametrize("k", [1, 5, 15])
def test_neighbours_are_those_of_scikit_learn(k):
    """More new points than one block holds; ties go to the smallest label in both."""
    rng = np.random.default_rng(k)
    labels, new_labels = rng.integers(0, 4, 300), rng.integers(0, 4, 700)
    codes, new = (rng.normal(size=(len(some), 2)) + some[:, None] for some in (labels, new_labels))
    right = sklearn_neighbors.KNeighborsClassifier(k).fit(codes, labels).score(new, new_labels)
    assert mnist.neighbour_accuracy(codes, labels, new, new_labels, k) == pytest.approx(right)
