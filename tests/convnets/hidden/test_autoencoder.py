"""2.6: the autoencoder whose code has two numbers, and its handed-in model."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks import discrepancy
from solutions.convnets import mnist
from tests.convnets.hidden import catalogue_autoencoder as catalogue
from tests.convnets.hidden.mnist_models import (
    AUTOENCODER,
    check_learning,
    check_predictions,
    curves_of,
    handed_in,
    in_batches,
    some_images,
    split,
    training_axes,
    value_of,
)

pytestmark = pytest.mark.task("autoencoder")

TRAIN, TEST, EPOCHS = 768, 128, 3
"""Whole batches, as in ``mnist_training``."""
DRAWS = 8
BENDING = frozenset(
    "celu elu exponential gelu hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu log_sigmoid mish relu relu6 selu "
    "sigmoid silu softmax softplus softsign swish tanh".split()
)
"""Names of Keras' activations."""
BENT = 1e-3
"""Largest residual of a linear map, relative to the spread. Round-off reaches 1e-5, the weakest activation 1e-2."""


@pytest.fixture(scope="module")
def narrow(student) -> dict:
    """The widths of the layers, and what the layers of width two do, for several draws of all weights."""
    rng = np.random.default_rng(3)
    images = some_images(rng, 700, "train")
    images = np.where(rng.random((700, 1, 1)) < 0.2, rng.integers(0, 256, images.shape), images).astype(np.uint8)
    reply: dict = value_of(student.probe("narrow_layers", images, DRAWS, 11), AUTOENCODER)
    return reply


def test_two_numbers_in_the_middle(narrow):
    """Images of 784 pixels go through a layer of exactly two numbers and come out as 784 pixels."""
    if len(narrow["shape"]) != 2 or narrow["shape"][1] != mnist.PIXELS:
        shape = str(tuple(narrow["shape"]))
        checks.fail(catalogue.NOT_ROWS_OF_PIXELS(found=shape), "the result of reconstruct")
    if not narrow["sizes"]:
        checks.fail(catalogue.NO_LAYERS)
    least = min(narrow["sizes"])
    if least != 2:
        checks.fail(catalogue.CODE_SIZE(found=least))


@pytest.mark.task("autoencoder", weight=1.5)
def test_nothing_on_the_code(narrow):
    """The code is the plain output of its layer: no activation makes it positive, bounded or bent.

    All weights are drawn anew several times. Each time, the two numbers must be a linear function of the input of their
    layer, and none may be exactly 0. A ReLU cuts nothing in 16 draws with a probability below 1e-4; the names of
    Keras' activations are checked too.
    """
    layers = [layer for draw in narrow["draws"] for layer in draw]
    if not layers:
        checks.fail(catalogue.NO_LAYER_OF_TWO)
    for layer in layers:
        name = layer["activation"] if layer["activation"] in BENDING else ""
        outputs = np.asarray(layer["outputs"], float)
        if name or np.mean(outputs == 0) > 0.01:
            kind = "relu" if outputs.min() >= 0 else layer["kind"]
            checks.fail(catalogue.ACTIVATION_ON_CODE(name=name or kind))
        if layer["inputs"] is not None and _residual(np.asarray(layer["inputs"], float), outputs) > BENT:
            checks.fail(catalogue.ACTIVATION_ON_CODE(name=layer["kind"]))


def _residual(inputs: np.ndarray, outputs: np.ndarray) -> float:
    """How far the outputs are from the nearest affine function of the inputs, relative to their spread."""
    design = np.column_stack([inputs, np.ones(len(inputs))])
    fitted = design @ np.linalg.lstsq(design, outputs, rcond=None)[0]
    return float(np.abs(fitted - outputs).max() / max(outputs.std(), 1e-9))


def test_everything_passes_through_the_code(student, rng):
    """When pixels change a little, a reconstruction moves in two directions only, since it depends on two numbers.

    The network is new, with its weights moved at random. The changes of a reconstruction are the rows of a matrix,
    whose third singular value is compared with the first; the median of seven images counts. Measured for one image:
    at most 0.13 if all depends on two numbers (because of ReLU's kinks), 0.9 with a way around them.
    """
    images = some_images(rng, 7) // 2 + 64
    moved = images[:, None] + np.concatenate([np.zeros((7, 1, 28, 28), int), rng.integers(-3, 4, (7, 40, 28, 28))], 1)
    batch = moved.reshape(-1, 28, 28).astype(np.uint8)
    reply = student.probe("new_predictions", AUTOENCODER.make, [batch], int(rng.integers(2**31)))
    reply = value_of(reply, AUTOENCODER)
    rebuilt = checks.array(reply["answers"][0], (len(batch), mnist.PIXELS), "the result of reconstruct")
    rebuilt = rebuilt.reshape(7, 41, mnist.PIXELS)
    sizes = [np.linalg.svd(versions[1:] - versions[0], compute_uv=False) for versions in rebuilt]
    if np.median([third / max(first, 1e-4) for first, _, third, *_ in sizes]) > 0.3:
        checks.fail(catalogue.WAY_AROUND)


def test_reconstructs_each_image_by_itself(student, rng):
    """reconstruct gives (n, 784) floats, the same for an image in any batch, and changes nothing."""
    check_predictions(student, AUTOENCODER, rng, autoencoder=True)


@pytest.mark.task("autoencoder", weight=1.5, last=True)
def test_training_lowers_the_squared_error(student, rng):
    """Training returns one training loss and one test loss for each epoch; the latter is the mean squared error.

    The last test loss is compared with the error of what reconstruct gives for the same images; the network's own
    penalties may be added. The test images have little ink, so that their error is at least a fifth smaller than that
    of the training images.
    """
    x_train, x_test = some_images(rng, TRAIN, "train"), _images_of_little_ink(rng)
    training = student.probe("brief_training", AUTOENCODER.make, AUTOENCODER.train, [x_train, x_test], EPOCHS)
    training = value_of(training, AUTOENCODER)
    curves = curves_of(training["curves"], EPOCHS, ("loss", "test_loss"), "the curves of train_autoencoder")
    check_learning(training, curves, AUTOENCODER)
    on_train, on_test = (
        checks.array(rebuilt, (len(images), mnist.PIXELS), "the result of reconstruct")
        for rebuilt, images in zip(training["predictions"], (x_train, x_test), strict=True)
    )
    right, reported = mnist.mean_squared_error(on_test, x_test), float(curves["test_loss"][-1])
    if abs(reported - right - training["penalty"]) <= 2e-3 * right:
        return
    pixels, inside = mnist.as_rows(x_test), np.clip(on_test, 1e-7, 1 - 1e-7)
    cross_entropy = float(-np.mean(pixels * np.log(inside) + (1 - pixels) * np.log(1 - inside)))
    wrong = [
        (catalogue.CROSS_ENTROPY, cross_entropy),
        (catalogue.ABSOLUTE_ERROR, float(np.abs(on_test - pixels).mean())),
        (catalogue.ON_TRAINING_IMAGES, mnist.mean_squared_error(on_train, x_train)),
        (catalogue.SUM_OVER_PIXELS, right * mnist.PIXELS),
        (catalogue.TRAINING_LOSS, float(curves["loss"][-1])),
        (catalogue.PIXELS_TO_255, right * 255**2),
    ]
    checks.close(reported, right, "the test loss of the last epoch", rtol=2e-3, candidates=wrong)


def _images_of_little_ink(rng: np.random.Generator) -> np.ndarray:
    """Random images of the darkest quarter of the test images."""
    images, _ = split("test")
    ink = images.mean(axis=(1, 2))
    return images[rng.choice(np.flatnonzero(ink <= np.quantile(ink, 0.25)), TEST, replace=False)]


@pytest.mark.task("autoencoder", weight=2)
def test_rebuilds_better_than_pca(student, thresholds):
    """The model in autoencoder.keras has a smaller squared error on the test images than PCA with two components.

    Half of the marks are given at the pass mark, and they rise linearly with the fraction by which it is smaller.
    """
    limits = thresholds("autoencoder")
    handed = handed_in(student, AUTOENCODER)
    images, _ = split("test")
    parts = []
    for batch in in_batches(images):
        reply = student.probe("handed_in_predictions", AUTOENCODER.make, handed.file, batch)
        reply = value_of(reply, AUTOENCODER, handed.file)
        parts.append(checks.array(reply, (len(batch), mnist.PIXELS), "the result of reconstruct"))
    error = mnist.mean_squared_error(np.concatenate(parts), images)
    mean, axes = training_axes()
    pca = mnist.mean_squared_error(mean + mnist.coordinates(images, mean, axes) @ axes, images)
    smaller = 1 - error / pca
    if smaller >= limits["full"]:
        return
    if error > 100 * pca:
        checks.fail(catalogue.OTHER_SCALE)
    side = "below" if smaller > 0 else "above"
    about = {"file": handed.file, "percent": float(abs(100 * smaller)), "side": side}
    if smaller < limits["pass"]:
        statement = catalogue.NOT_BETTER_THAN_PCA(**about, pass_mark=100 * limits["pass"])
        raise checks.CheckFailed([discrepancy(statement), *handed.notes])
    score = 0.5 + 0.5 * (smaller - limits["pass"]) / (limits["full"] - limits["pass"])
    statement = catalogue.BELOW_FULL_MARK(**about, full_mark=100 * limits["full"])
    raise checks.CheckFailed([discrepancy(statement), *handed.notes], score)
