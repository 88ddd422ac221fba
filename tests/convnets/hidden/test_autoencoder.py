"""2.6: the autoencoder with two numbers in the middle, and its handed-in model."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import mnist
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
"""Largest residual of a linear map, as a part of the spread. Round-off reaches 1e-5; the slightest activation 1e-2."""


@pytest.fixture(scope="module")
def narrow(student) -> dict:
    """The widths of the layers, and what those of two numbers do, for several draws of all weights."""
    rng = np.random.default_rng(3)
    images = some_images(rng, 700, "train")
    images = np.where(rng.random((700, 1, 1)) < 0.2, rng.integers(0, 256, images.shape), images).astype(np.uint8)
    found: dict = value_of(student.probe("narrow_layers", images, DRAWS, 11), AUTOENCODER)
    return found


def test_two_numbers_in_the_middle(narrow):
    """Images of 784 pixels go through a layer of exactly two numbers and come out as 784 pixels."""
    if len(narrow["shape"]) != 2 or narrow["shape"][1] != mnist.PIXELS:
        checks.fail(f"the result of reconstruct has shape {tuple(narrow['shape'])}; return (n, 784).", "other shape")
    if not narrow["sizes"]:
        checks.fail("no layer of Keras was called while an image was rebuilt.", "no layers")
    least = min(narrow["sizes"])
    if least != 2:
        checks.fail(
            f"the narrowest layer of the autoencoder gives {least} numbers per image; the code has two.",
            "code of another size",
        )


@pytest.mark.task("autoencoder", weight=1.5)
def test_nothing_on_the_code(narrow):
    """The code is the plain output of its layer: no activation makes it positive, bounded or bent.

    All weights are drawn anew several times; then the two numbers are a linear function of what their layer is given,
    and none of them is exactly 0. A ReLU that never cuts in 16 draws has a probability below 1e-4 and is named besides.
    """
    layers = [layer for draw in narrow["draws"] for layer in draw]
    if not layers:
        checks.fail("no layer gives two numbers per image.", "code of another size")
    for layer in layers:
        name = layer["activation"] if layer["activation"] in BENDING else ""
        outputs = np.asarray(layer["outputs"], float)
        if name or np.mean(outputs == 0) > 0.01:
            told = name or ("relu" if outputs.min() >= 0 else layer["kind"])
            _fail_activation(told)
        if layer["inputs"] is not None and _residual(np.asarray(layer["inputs"], float), outputs) > BENT:
            _fail_activation(layer["kind"])


def _fail_activation(name: str) -> None:
    checks.fail(
        f"the code passes through an activation ({name}); the two numbers are the plain output of their layer.",
        "activation on the code",
    )


def _residual(inputs: np.ndarray, outputs: np.ndarray) -> float:
    """How far the outputs are from the nearest affine function of the inputs, as a part of their spread."""
    design = np.column_stack([inputs, np.ones(len(inputs))])
    fitted = design @ np.linalg.lstsq(design, outputs, rcond=None)[0]
    return float(np.abs(fitted - outputs).max() / max(outputs.std(), 1e-9))


def test_everything_passes_through_the_code(student, rng):
    """A reconstruction moves in two directions only when pixels change a little: it depends on two numbers.

    Weights of a new network are moved at random. Of the changes of the reconstruction, as rows, the third singular
    value is compared with the first; of seven images the median counts. Measured for one image: at most 0.13 where two
    numbers are all there is (kinks of ReLU), 0.9 with a way around them.
    """
    images = some_images(rng, 7) // 2 + 64
    moved = images[:, None] + np.concatenate([np.zeros((7, 1, 28, 28), int), rng.integers(-3, 4, (7, 40, 28, 28))], 1)
    batch = moved.reshape(-1, 28, 28).astype(np.uint8)
    found = student.probe("new_predictions", AUTOENCODER.make, [batch], int(rng.integers(2**31)))
    found = value_of(found, AUTOENCODER)
    rebuilt = checks.array(found["answers"][0], (len(batch), mnist.PIXELS), "the result of reconstruct")
    rebuilt = rebuilt.reshape(7, 41, mnist.PIXELS)
    sizes = [np.linalg.svd(one[1:] - one[0], compute_uv=False) for one in rebuilt]
    if np.median([third / max(first, 1e-4) for first, _, third, *_ in sizes]) > 0.3:
        checks.fail(
            "the reconstruction depends on more than two numbers: there is a way around the code.",
            "way around the code",
        )


def test_reconstructs_each_image_by_itself(student, rng):
    """reconstruct gives (n, 784) floats, the same whatever images come together, and changes nothing."""
    check_predictions(student, AUTOENCODER, rng, autoencoder=True)


@pytest.mark.task("autoencoder", weight=1.5)
def test_training_lowers_the_squared_error(student, rng):
    """Training returns one loss per epoch for training and test, and the latter is the mean squared error in the end.

    Measured again by what reconstruct makes of the same test images; the network's own penalties may be added. The test
    images have little ink, so that their error is a fifth smaller than that of the training images or more.
    """
    x_train, x_test = some_images(rng, TRAIN, "train"), _images_of_little_ink(rng)
    found = student.probe("brief_training", AUTOENCODER.make, AUTOENCODER.train, [x_train, x_test], EPOCHS)
    found = value_of(found, AUTOENCODER)
    curves = curves_of(found["curves"], EPOCHS, ("loss", "test_loss"), "the curves of train_autoencoder")
    check_learning(found, curves, AUTOENCODER)
    on_train, on_test = (
        checks.array(one, (len(images), mnist.PIXELS), "the result of reconstruct")
        for one, images in zip(found["predictions"], (x_train, x_test), strict=True)
    )
    right, told = mnist.mean_squared_error(on_test, x_test), float(curves["test_loss"][-1])
    if abs(told - right - found["penalty"]) <= 2e-3 * right:
        return
    pixels, inside = mnist.as_rows(x_test), np.clip(on_test, 1e-7, 1 - 1e-7)
    wrong = {
        "it is the binary cross-entropy; minimise the mean squared error": float(
            -np.mean(pixels * np.log(inside) + (1 - pixels) * np.log(1 - inside))
        ),
        "it is the mean absolute error": float(np.abs(on_test - pixels).mean()),
        "it is that on the training images": mnist.mean_squared_error(on_train, x_train),
        "it is the sum over the pixels": right * mnist.PIXELS,
        "it is the training loss": float(curves["loss"][-1]),
        "pixels are taken from 0 to 255": right * 255**2,
    }
    checks.close(told, right, "the test loss of the last epoch", rtol=2e-3, candidates=wrong)


def _images_of_little_ink(rng: np.random.Generator) -> np.ndarray:
    """Some of the darkest quarter of the test images."""
    images, _ = split("test")
    ink = images.mean(axis=(1, 2))
    return images[rng.choice(np.flatnonzero(ink <= np.quantile(ink, 0.25)), TEST, replace=False)]


@pytest.mark.task("autoencoder", weight=2)
def test_rebuilds_better_than_pca(student, thresholds):
    """The model in autoencoder.keras has a smaller squared error on the test images than PCA with two components.

    Marks rise linearly with the part by which it is smaller; half of them at the pass mark.
    """
    limits = thresholds("autoencoder")
    handed = handed_in(student, AUTOENCODER)
    images, _ = split("test")
    parts = []
    for batch in in_batches(images):
        found = value_of(
            student.probe("handed_in_predictions", AUTOENCODER.make, handed.file, batch), AUTOENCODER, handed.file
        )
        parts.append(checks.array(found, (len(batch), mnist.PIXELS), "the result of reconstruct"))
    error = mnist.mean_squared_error(np.concatenate(parts), images)
    mean, axes = training_axes()
    pca = mnist.mean_squared_error(mean + mnist.coordinates(images, mean, axes) @ axes, images)
    smaller = 1 - error / pca
    if smaller >= limits["full"]:
        return
    if error > 100 * pca:
        checks.fail("the reconstructions are not on the scale from 0 to 1.", "other scale")
    side = "below" if smaller > 0 else "above"
    told = f"the squared error of {handed.file} is {abs(100 * smaller):.1f} % {side} PCA's"
    if smaller < limits["pass"]:
        checks.fail(
            f"{told}; points begin at {100 * limits['pass']:.0f} % below. {handed.note}".strip(),
            "not better than PCA",
        )
    score = 0.5 + 0.5 * (smaller - limits["pass"]) / (limits["full"] - limits["pass"])
    checks.fail(f"{told}; full marks begin at {100 * limits['full']:.0f} %. {handed.note}".strip(), score=score)
