"""P5.4: the autoencoder of linear layers with a code of two numbers."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
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
"""Place of the layer that gives the code, from 0."""


@pytest.fixture(scope="module")
def runs(student):
    """What a new network computes for four training images, one at a time."""
    images = split("train")[0][:4]
    return student.probe("traced", MAKE, torch.from_numpy(images), 5)["runs"]


@pytest.fixture(scope="module")
def share(student):
    """What the handed-in weights explain of the test images, and what to know about their data."""
    note = check_file(student, FILE, MAKE)
    images = clean_images()
    return share_explained(rebuilt(student, FILE, MAKE, images), images), note


def outputs(layer):
    return np.size(layer["output"])


@pytest.mark.task("autoencoder", weight=2)
def test_four_linear_layers_down_and_four_up(runs):
    """Four linear layers bring 784 pixels to a code of two numbers, four bring it back to 784."""
    layers = runs[0]["layers"]
    if any(layer["kind"] != "linear" for layer in layers):
        checks.fail("the network has a convolution; this one has linear layers only.", "convolution")
    sizes = [outputs(layer) for layer in layers]
    if 2 not in sizes:
        checks.fail("no layer gives a code of two numbers.", "no code of two numbers")
    down, up = sizes.index(2) + 1, len(sizes) - sizes.index(2) - 1
    if (down, up) != (4, 4):
        checks.fail(f"{down} linear layers lead to the code and {up} back; four are asked for each.", "other depth")
    if np.size(layers[0]["input"]) != 784 or sizes[-1] != 784:
        checks.fail("the network does not lead from 784 pixels to 784 pixels.", "other size")


@pytest.mark.task("autoencoder", weight=2)
def test_nothing_is_applied_to_the_code(runs):
    """The code is what the fourth layer gives: no activation when it enters or leaves, and embed returns it."""
    for run in runs:
        before, after = (_layer(run, place) for place in (CODE, CODE + 1))
        if not np.allclose(np.ravel(before["output"]), np.ravel(after["input"]), atol=1e-5):
            ruled = np.allclose(np.ravel(relu(np.asarray(before["output"]))), np.ravel(after["input"]), atol=1e-5)
            name = "a ReLU is applied to the code" if ruled else "something is applied to the code"
            checks.fail(f"{name}: the decoder is to get what the encoder's last layer gives.", name)
        check_code(run, CODE)


def _layer(run, place):
    if place >= len(run["layers"]):
        checks.fail(f"the network has only {len(run['layers'])} linear layers.", "layer missing")
    return run["layers"][place]


def test_is_not_linear(runs):
    """Between the other layers stands a ReLU (or a relative of it): without, two layers are one."""
    for index in (0, 1, 2, 4, 5, 6):
        pairs = [(_layer(run, index)["output"], _layer(run, index + 1)["input"]) for run in runs]
        if all(np.size(a) == np.size(b) and np.allclose(np.ravel(a), np.ravel(b), atol=1e-6) for a, b in pairs):
            checks.fail(f"there is no activation between linear layers {index + 1} and {index + 2}.", "no activation")


def test_answers_do_not_depend_on_mode_and_batch(student, rng):
    """reconstruct and embed give the same for an image in any batch, whatever mode the network was in."""
    images, _ = split("train")
    some = torch.from_numpy(images[rng.integers(len(images), size=9)])
    flat(student.probe("rebuilt", None, MAKE, some), 9)
    found = student.probe("answers", MAKE, some, 2.5)
    first, again, halves = (checks.array(found[key], (9, 786), "reconstruction and code") for key in found)
    if not np.allclose(first, again, rtol=1e-3, atol=1e-4):
        checks.fail("the same images give other results the second time; call model.eval() first.", "training mode")
    if not np.allclose(first, halves, rtol=1e-3, atol=1e-4):
        checks.fail("the results for an image depend on the others of the batch; call model.eval().", "training mode")


@pytest.mark.task("autoencoder", weight=2)
def test_training(student, rng):
    """Training uses Adam with 0.001 on every image once an epoch, moves every parameter, and the losses fall."""
    found, _ = watch(student, MAKE, "train_autoencoder", rng)
    check_training(found, 600, "train_autoencoder")


@pytest.mark.task("autoencoder", weight=1)
def test_reconstructions_beat_two_principal_components(share):
    """The handed-in weights rebuild test images better than PCA with two components does."""
    if share[0] <= pca_share():
        checks.fail(f"two principal components explain more of the test images than {FILE}.{share[1]}", "below PCA")


@pytest.mark.task("autoencoder", weight=3)
def test_reconstructions_of_test_images(share, thresholds):
    """The handed-in weights explain the asked-for share of the test images' variance.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    check_share(share[0], thresholds("autoencoder"), FILE, share[1])
