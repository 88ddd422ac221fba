"""P6.2: skip connections, recognised by their effect: the code is held fixed, and yet the reconstruction changes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from tests.autoencoders.hidden import catalogue_networks as catalogue
from tests.autoencoders.hidden.digits import check_share, split
from tests.autoencoders.hidden.stages import ENCODER, check_encoder, check_sigmoid, check_table

pytestmark = pytest.mark.task("skip_connections")
FILE, MAKE = "mnist-cae-skip.pt", "make_cae_skip"
SEEDS = list(range(8))
"""Seeds of new networks. In one network, all four channels that a skipped feature feeds may be dead; in all eight,
that hardly ever happens."""
LAYER_NUMBERS = [0, 1, 3]
"""Both convolutions of the encoder, and the layer that gives the code."""
VISIBLE = 1e-5
"""Least change of a pixel that counts. Without a connection the same numbers come out, and the change is exactly 0."""


@pytest.fixture(scope="module")
def images():
    """Six training images, uint8 (6, 28, 28)."""
    return split("train")[0][:6]


@pytest.fixture(scope="module")
def runs(student, images):
    return student.probe("traced", MAKE, torch.from_numpy(images[:3]), 7)["runs"]


@pytest.fixture(scope="module")
def effect(student, images, runs):
    """Largest change of a reconstruction by each way around the code."""
    check_table(runs[0]["layers"], ENCODER, more=True)
    image, other = (torch.from_numpy(images[index : index + 1]) for index in (0, 1))
    return student.probe("rerouted", MAKE, image, other, LAYER_NUMBERS, SEEDS)


def test_encoder_and_code_are_those_without_skips(runs, images):
    """Encoder and code are those of 6.1: the skip connections bypass the code and do not change it."""
    for run, image in zip(runs, images, strict=False):
        check_table(run["layers"], ENCODER, more=True)
        check_encoder(run, image / 255)


@pytest.mark.task("skip_connections", weight=0.5)
def test_ends_with_a_sigmoid(runs):
    """The last layer gives one channel of 28 × 28, and the reconstruction is its sigmoid."""
    for run in runs:
        if np.size(run["layers"][-1]["output"]) != 784 or run["layers"][-1]["kind"] != "convolution":
            checks.fail(catalogue.NO_FINAL_CONVOLUTION)
        check_sigmoid(run)


@pytest.mark.task("skip_connections", weight=1.5)
@pytest.mark.parametrize("level", ["first", "second"])
def test_pooled_features_reach_the_upsampling(effect, level):
    """While the code is held fixed, other outputs of the first (second) pooling layer change the reconstruction."""
    if effect[level] > VISIBLE:
        return
    if max(effect["first"], effect["second"]) <= VISIBLE:
        checks.fail(catalogue.NO_SKIP_CONNECTION)
    checks.fail(catalogue.LEVEL_NOT_CONNECTED(level=level))


@pytest.mark.task("skip_connections", weight=0.5)
def test_only_pooled_features_are_skipped(effect):
    """Only the features of the convolutions reach the decoder, not the image itself."""
    if effect["image"] > VISIBLE:
        checks.fail(catalogue.IMAGE_SKIPPED)


@pytest.mark.task("skip_connections", weight=2)
def test_reconstructions_of_test_images(shares, thresholds):
    """The reconstructions by the handed-in weights explain enough of the test images' variance.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    share, note = shares(FILE, MAKE)
    check_share(share, thresholds("skip_connections"), FILE, note)


def test_error_is_below_the_one_without(student, shares):
    """The handed-in weights rebuild the test images with a smaller error than those of mnist_cae.pt do.

    If mnist_cae.pt is missing or cannot be used, this test passes; 6.1 takes that into account.
    """
    with_skips, note = shares(FILE, MAKE)
    try:
        without, _ = shares("mnist_cae.pt", "make_cae")
    except (checks.StudentFailure, checks.CheckFailed):
        return
    if with_skips <= without:
        checks.fail(catalogue.NO_BETTER_THAN_WITHOUT(file=FILE, note=note))
