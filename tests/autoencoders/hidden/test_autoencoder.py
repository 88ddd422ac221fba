"""P5.4: the autoencoder of linear layers with a code of two numbers."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from tests.autoencoders.hidden import catalogue_networks as catalogue
from tests.autoencoders.hidden.digits import (
    check_file,
    check_share,
    clean_images,
    flat,
    pca_share,
    rebuilt,
    share_explained,
    split,
)
from tests.autoencoders.hidden.stages import check_code, relu
from tests.autoencoders.hidden.watched import check_training, watch

pytestmark = pytest.mark.task("autoencoder")
FILE, MAKE = "mnist_ae.pt", "make_autoencoder"
CODE = 3
"""Number of the layer whose output is the code, counted from 0."""


@pytest.fixture(scope="module")
def runs(student):
    """The computation of a new network for four training images, one at a time."""
    images = split("train")[0][:4]
    return student.probe("traced", MAKE, torch.from_numpy(images), 5)["runs"]


@pytest.fixture(scope="module")
def share(student):
    """The share of the test images' variance that the handed-in weights explain, and a note about their data."""
    note = check_file(student, FILE, MAKE)
    images = clean_images()
    return share_explained(rebuilt(student, FILE, MAKE, images), images), note


def outputs(layer):
    return np.size(layer["output"])


@pytest.mark.task("autoencoder", weight=2)
def test_four_linear_layers_down_and_four_up(runs):
    """Four linear layers lead from 784 pixels to a code of two numbers, and four lead back to 784 pixels."""
    layers = runs[0]["layers"]
    if any(layer["kind"] != "linear" for layer in layers):
        checks.fail(catalogue.HAS_CONVOLUTION)
    sizes = [outputs(layer) for layer in layers]
    if 2 not in sizes:
        checks.fail(catalogue.NO_CODE_OF_TWO)
    down, up = sizes.index(2) + 1, len(sizes) - sizes.index(2) - 1
    if (down, up) != (4, 4):
        checks.fail(catalogue.OTHER_DEPTH(down=down, up=up))
    if np.size(layers[0]["input"]) != 784 or sizes[-1] != 784:
        checks.fail(catalogue.OTHER_SIZE)


@pytest.mark.task("autoencoder", weight=2)
def test_nothing_is_applied_to_the_code(runs):
    """The code is the output of the fourth layer, the decoder gets it without an activation, and embed returns it."""
    for run in runs:
        before, after = (_layer(run, number) for number in (CODE, CODE + 1))
        if not np.allclose(np.ravel(before["output"]), np.ravel(after["input"]), atol=1e-5):
            is_relu = np.allclose(np.ravel(relu(np.asarray(before["output"]))), np.ravel(after["input"]), atol=1e-5)
            checks.fail(catalogue.RELU_ON_THE_WAY if is_relu else catalogue.SOMETHING_ON_CODE)
        check_code(run, CODE)


def _layer(run, number):
    if number >= len(run["layers"]):
        checks.fail(catalogue.TOO_FEW_LAYERS(count=len(run["layers"])))
    return run["layers"][number]


def test_is_not_linear(runs):
    """There is a ReLU or a similar activation between the other layers; two layers without it are only one."""
    for index in (0, 1, 2, 4, 5, 6):
        pairs = [(_layer(run, index)["output"], _layer(run, index + 1)["input"]) for run in runs]
        if all(np.size(a) == np.size(b) and np.allclose(np.ravel(a), np.ravel(b), atol=1e-6) for a, b in pairs):
            checks.fail(catalogue.NO_ACTIVATION(first=str(index + 1), second=str(index + 2)))


def test_answers_do_not_depend_on_mode_and_batch(student, rng):
    """reconstruct and embed return the same for an image in any batch, whatever mode the network was in before."""
    images, _ = split("train")
    some = torch.from_numpy(images[rng.integers(len(images), size=9)])
    flat(student.probe("rebuilt", None, MAKE, some), 9)
    answers = student.probe("answers", MAKE, some, 2.5)
    first, again, halves = (checks.array(rows, (9, 786), "reconstruction and code") for rows in answers.values())
    if not np.allclose(first, again, rtol=1e-3, atol=1e-4):
        checks.fail(catalogue.TRAINING_MODE)
    if not np.allclose(first, halves, rtol=1e-3, atol=1e-4):
        checks.fail(catalogue.TRAINING_MODE_BATCH)


@pytest.mark.task("autoencoder", weight=2, last=True)
def test_training(student, rng):
    """Training uses Adam with 0.001 on every image once an epoch and changes every parameter; the losses fall."""
    watched, _ = watch(student, MAKE, "train_autoencoder", rng)
    check_training(watched, 600, "train_autoencoder")


@pytest.mark.task("autoencoder", weight=1)
def test_reconstructions_beat_two_principal_components(share):
    """The handed-in weights rebuild test images better than PCA with two components does."""
    if share[0] <= pca_share():
        checks.fail(catalogue.BELOW_PCA(file=FILE, note=share[1]))


@pytest.mark.task("autoencoder", weight=3)
def test_reconstructions_of_test_images(share, thresholds):
    """The reconstructions by the handed-in weights explain enough of the test images' variance.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    check_share(share[0], thresholds("autoencoder"), FILE, share[1])
