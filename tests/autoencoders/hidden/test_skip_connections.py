"""P6.2: skip connections, recognised by their effect: what reaches the reconstruction when the code stays as it is."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from autograder.judge.student import StudentFailure
from tests.autoencoders.hidden.digits import check_share, split
from tests.autoencoders.hidden.stages import ENCODER, check_encoder, check_sigmoid, check_table

pytestmark = pytest.mark.task("skip_connections")
FILE, MAKE = "mnist-cae-skip.pt", "make_cae_skip"
SEEDS = list(range(8))
"""Of new networks. In one of them all four channels that a skipped feature feeds may be dead, in eight hardly ever."""
PLACES = [0, 1, 3]
"""Both convolutions of the encoder, and the layer that gives the code."""
VISIBLE = 1e-5
"""Change of a pixel; where nothing is connected, the same numbers are computed again and it is exactly zero."""


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
    one, other = (torch.from_numpy(images[place : place + 1]) for place in (0, 1))
    return student.probe("rerouted", MAKE, one, other, PLACES, SEEDS)


def test_encoder_and_code_are_those_without_skips(runs, images):
    """Encoder and code are those of 6.1: the skip connections lead around the code, they do not change it."""
    for run, image in zip(runs, images, strict=False):
        check_table(run["layers"], ENCODER, more=True)
        check_encoder(run, image / 255)


@pytest.mark.task("skip_connections", weight=0.5)
def test_ends_with_a_sigmoid(runs):
    """The last layer gives one channel of 28 × 28, and the reconstruction is its sigmoid."""
    for run in runs:
        if np.size(run["layers"][-1]["output"]) != 784 or run["layers"][-1]["kind"] != "convolution":
            checks.fail("the last layer is no convolution that gives one channel of 28 × 28.", "other last layer")
        check_sigmoid(run)


@pytest.mark.task("skip_connections", weight=1.5)
@pytest.mark.parametrize("level", ["first", "second"])
def test_pooled_features_reach_the_upsampling(effect, level):
    """With the code held fixed, other features of the first (second) pooling layer change the reconstruction."""
    if effect[level] > VISIBLE:
        return
    if max(effect["first"], effect["second"]) <= VISIBLE:
        checks.fail("the reconstruction depends on the code alone: there is no skip connection.", "no skip connection")
    checks.fail(f"what the {level} pooling layer gives does not reach the decoder.", f"{level} level not connected")


@pytest.mark.task("skip_connections", weight=0.5)
def test_only_pooled_features_are_skipped(effect):
    """The image itself does not reach the decoder, only what the convolutions made of it."""
    if effect["image"] > VISIBLE:
        checks.fail("the image itself reaches the decoder; connect the pooling layers.", "image skipped")


@pytest.mark.task("skip_connections", weight=2)
def test_reconstructions_of_test_images(shares, thresholds):
    """The handed-in weights explain the asked-for share of the test images' variance.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    share, note = shares(FILE, MAKE)
    check_share(share, thresholds("skip_connections"), FILE, note)


def test_error_is_below_the_one_without(student, shares):
    """The handed-in weights rebuild the test images with a smaller error than those of mnist_cae.pt do.

    Where mnist_cae.pt is missing or cannot be used, that is looked at in 6.1 and costs nothing here.
    """
    with_skips, note = shares(FILE, MAKE)
    try:
        without, _ = shares("mnist_cae.pt", "make_cae")
    except (StudentFailure, checks.CheckFailed):
        return
    if with_skips <= without:
        checks.fail(f"the error of {FILE} is not below that of mnist_cae.pt.{note}", "no better than without")
