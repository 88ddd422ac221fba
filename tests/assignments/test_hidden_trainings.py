"""Short trainings as the hidden tests judge them: what was measured goes in, a verdict comes out."""

import re
from types import SimpleNamespace

import numpy as np
import pytest

from tests.helpers.later import import_later

mnist = import_later("solutions.convnets.mnist")
toy = import_later("solutions.convnets.toy")
weights = import_later("tests.backprop.hidden.weights")
mnist_models = import_later("tests.convnets.hidden.mnist_models")
MNIST = "tests.convnets.hidden.mnist_training"
mnist_training = import_later(MNIST)
test_autoencoder = import_later("tests.convnets.hidden.test_autoencoder")
test_embedding_vs_pca = import_later("tests.convnets.hidden.test_embedding_vs_pca")
test_toy_linear = import_later("tests.convnets.hidden.test_toy_linear")
test_toy_training = import_later("tests.convnets.hidden.test_toy_training")
test_zero_init = import_later("tests.convnets.hidden.test_zero_init")
autoencoders = import_later("tests.spirals.hidden.autoencoders")
FASHION = "tests.spirals.hidden.test_fashion_autoencoders"
fashion = import_later(FASHION)


CLIMBS = [51.6, 1.53e3, 3.91e4, 4.39e5, 1.23e7, 2.54e8]
CLIMBS_AND_LANDS_AT_0 = [108.0, 2.3e3, 7.3e4, 3.65e4, 0.0, 0.0]
"""One training of the reference network in fifteen, when the sign of its loss was wrong."""
FALLS = [2.54, 0.0168, 0.0, 0.0, 0.0, 0.0]
CLIMBS_FIRST = [0.9, 21.0, 3.1, 0.8, 0.7, 0.69]
"""A learning rate that is too large for the first steps."""


def student(*trainings):
    """Answers the requests for a training with these losses, one after the other, and keeps those that are left."""
    left = list(trainings)

    def probe(name, make, train, x, y, epochs, seed):
        return {"losses": left.pop(0), "unchanged": [], "of": 6, "calls": [True] * epochs, "mutated": False}

    return SimpleNamespace(probe=probe, left=left)


def check(who):
    weights.check_training(who, weights.CATS, np.random.default_rng(0), count=160, epochs=6)


@pytest.mark.framework
def test_a_training_that_climbed_and_landed_at_0_by_luck_is_looked_at_again():
    with pytest.raises(AssertionError, match="does not fall"):
        check(student(CLIMBS_AND_LANDS_AT_0, CLIMBS_AND_LANDS_AT_0, CLIMBS, FALLS))


@pytest.mark.framework
def test_a_training_that_falls_is_looked_at_once():
    who = student(FALLS, CLIMBS)
    check(who)
    assert who.left == [CLIMBS]


@pytest.mark.framework
def test_a_training_that_falls_after_a_climb_is_right():
    check(student(*[CLIMBS_FIRST] * 9))


def denoising_student(deviation):
    """Denoises up to a background of 0.14; its add_noise, asked for a deviation of 0.1, adds this one."""
    rng = np.random.default_rng(1)

    def probe(name, *arguments):
        if name == "noisy_images":
            images, _ = arguments
            return {"noisy": [images + rng.normal(0, deviation, images.shape)]}
        return {"outputs": np.tile([0.14, 0.7], (5, 1)), "losses": [2.0, 1.0]}

    return SimpleNamespace(probe=probe)


def test_a_bright_background_is_blamed_on_the_targets_where_the_noise_is_right(monkeypatch):
    clean = np.repeat([[0.0, 0.8]], 5, axis=0)
    monkeypatch.setattr(f"{FASHION}.some_images", lambda rng, count: clean)
    monkeypatch.setattr(f"{FASHION}.add_noise", lambda images, factor, rng: images + np.array([0.3, -0.3]))
    monkeypatch.setattr(f"{FASHION}.images", lambda split, count: clean)
    fashion.test_denoises(denoising_student(np.sqrt(0.1)), np.random.default_rng(0))
    with pytest.raises(AssertionError, match="as if the targets of the training were noisy too"):
        fashion.test_denoises(denoising_student(0.1), np.random.default_rng(0))


def test_a_fixed_noise_factor_is_named_though_clipping_cuts_the_noise():
    grey = np.full((40, 784), 0.5)

    def probe(name, images, options):
        rng = np.random.default_rng(3)
        return {"noisy": [np.clip(images + rng.normal(0, 0.2, images.shape), 0, 1) for _ in options]}

    with pytest.raises(AssertionError, match=r"multiplied by 0\.2 instead of factor"):
        fashion.test_noise_is_normal_and_clipped(SimpleNamespace(probe=probe), np.random.default_rng(0))
    added = np.clip(grey + np.random.default_rng(4).normal(0, 0.19, grey.shape), 0, 1) - grey
    assert not fashion._has_default_factor(added)


def training_set(inputs, clean, epochs=1):
    return autoencoders.check_training_set({"trained": True, "inputs": np.tile(inputs, (epochs, 1))}, clean, epochs)


def test_noise_that_drowns_the_images_is_not_told_as_images_left_out():
    rng = np.random.default_rng(5)
    clean = rng.uniform(0.35, 0.65, (120, 784))
    with pytest.raises(AssertionError, match="noise is far stronger"):
        training_set(np.clip(clean + rng.standard_normal(clean.shape), 0, 1), clean)
    twice_as_strong = np.clip(clean + rng.normal(0, 0.1, clean.shape), 0, 1)
    assert np.array_equal(training_set(twice_as_strong, clean), np.arange(120))  # told by the distribution of the noise


def test_images_divided_once_more_are_told_as_such_under_the_noise_too():
    rng = np.random.default_rng(6)
    clean = rng.uniform(0.35, 0.65, (120, 784))
    for small in (clean / 255, np.clip(clean / 255 + rng.normal(0, 0.05, clean.shape), 0, 1)):
        with pytest.raises(AssertionError, match="divided by 255 once more"):
            training_set(small, clean)
    with pytest.raises(AssertionError, match="only 1 of 120 images"):
        training_set(np.zeros_like(clean) + 2 * clean[:1] - 1, clean)  # one image on [-1, 1], half below 0


def test_error_rates_for_accuracies_are_told_as_such_where_nearly_half_is_right(monkeypatch):
    labels = np.repeat(np.arange(10), 700)
    monkeypatch.setattr(f"{MNIST}.split", lambda name: (np.zeros((labels.size, 28, 28), np.uint8), labels))

    def half_right(name, make, train, given, epochs):
        _, y_train, _, y_test = given
        guessed = np.concatenate([y_test[:128], (y_test[128:] + 1) % 10])
        curves = {
            "loss": [3.0, 2.0, 1.0],
            "accuracy": [1.0] * 3,
            "test_loss": [3.0] * 3,
            "test_accuracy": [127 / 255] * 3,
        }
        predictions = [np.eye(10)[y_train], np.eye(10)[guessed]]
        return {"curves": curves, "predictions": predictions, "mutated": False, "still": 0, "of": 2, "penalty": 0.0}

    with pytest.raises(AssertionError, match="it is the fraction of wrong predictions"):
        mnist_training.check_training(SimpleNamespace(probe=half_right), mnist_models.LINEAR, np.random.default_rng(0))


@pytest.mark.parametrize("seed", range(40))
def test_a_loss_on_the_training_images_is_never_taken_for_that_on_the_test_images(seed):
    """The network of this student rebuilds every image as a grey one: the error depends on the images alone."""

    def grey(name, make, train, given, epochs):
        predictions = [np.full((len(x), 784), 0.13) for x in given]
        told = mnist.mean_squared_error(predictions[0], given[0])
        curves = {"loss": [3.0, 2.0, 1.0], "test_loss": [told] * 3}
        return {"curves": curves, "predictions": predictions, "mutated": False, "still": 0, "of": 8, "penalty": 0.0}

    with pytest.raises(AssertionError, match="it is that on the training images"):
        test_autoencoder.test_training_lowers_the_squared_error(
            SimpleNamespace(probe=grey), np.random.default_rng(seed)
        )


@pytest.mark.parametrize(
    ("mistaken", "told"),
    [
        (lambda codes, labels, new, new_labels, k: (codes, labels, new, new_labels, 5), "k is 5"),
        (lambda codes, labels, new, new_labels, k: (codes, labels, new, new_labels, 15), "k is 15"),
        (lambda codes, labels, new, new_labels, k: (codes, labels, codes, labels, k), "on the given codes"),
        (lambda codes, labels, new, new_labels, k: (new, new_labels, new, new_labels, k), "among the new points"),
    ],
)
def test_a_mistaken_neighbour_accuracy_is_told_as_that_mistake_whatever_the_points(mistaken, told):
    def accuracy(*given, k):
        return mnist.neighbour_accuracy(*mistaken(*given, k))

    for seed in range(30):
        with pytest.raises(AssertionError, match=re.escape(told)):
            test_embedding_vs_pca.test_neighbour_accuracy(
                SimpleNamespace(neighbour_accuracy=accuracy), np.random.default_rng(seed)
            )


def centring_student(start, gradients):
    """Centres the training labels before it trains, then takes right steps with batches of one sample."""

    def probe(what, name, X, Y, settings, counts, seed):
        (_, _, rate), draws = settings, np.random.default_rng(seed)
        theta, labels, found = start, Y["train"] - Y["train"].mean(), []
        for count in counts:
            i = draws.integers(len(labels), size=1)
            theta = [old - rate * g for old, g in zip(theta, gradients(theta, X["train"][i], labels[i]), strict=True)]
            named = theta[0] if len(theta) == 1 else dict(zip(("w1", "w2", "u"), theta, strict=True))
            found.append((named, [1.0] * count, [1.0] * count))
        return {"found": found}

    return SimpleNamespace(probe=probe)


@pytest.mark.slow
def test_centred_labels_are_no_labels_of_the_samples():
    """Labels whose mean is 0 by chance would be the same when they are centred."""
    cnn = centring_student(
        [np.array([0.4, 1.1, -0.3]), np.array([-0.7, 0.5, 0.9]), np.array([0.6, -0.8, 1.2, 0.3])],
        lambda theta, x, y: toy.gradients(dict(zip(("w1", "w2", "u"), theta, strict=True)), x, y),
    )
    linear = centring_student([np.array([0.3, -1.0, 0.7, 0.2])], lambda theta, x, y: [2 * x.T @ (x @ theta[0] - y)])
    for seed in range(60):
        for who, tests in ((cnn, test_toy_training), (linear, test_toy_linear)):
            with pytest.raises(AssertionError, match="does not follow the gradient of one training sample"):
                tests.test_batches_are_drawn_at_random(who, np.random.default_rng(seed))


class SmallFirst:
    """A generator whose first sample is so small that no filters give what the test asks for."""

    def __init__(self):
        self.rng, self.first = np.random.default_rng(0), True

    def normal(self, *arguments, **options):
        drawn = self.rng.normal(*arguments, **options)
        scale, self.first = (1e-6 if self.first else 1), False
        return drawn * scale

    def __getattr__(self, name):
        return getattr(self.rng, name)


def test_a_sample_for_which_no_filters_will_do_is_drawn_anew():
    """It was kept, and the judge looked for filters for ever."""

    def right(x, y, w1, w2, u):
        return toy.gradients({"w1": w1, "w2": w2, "u": u}, x[None], np.array([y]))

    test_zero_init.test_only_u_zero(SimpleNamespace(zero_init_gradients=right), SmallFirst(), "positive")
