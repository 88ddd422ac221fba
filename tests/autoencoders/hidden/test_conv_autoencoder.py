"""P6.1: the convolutional autoencoder of the sheet."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from tests.autoencoders.hidden import catalogue_networks as catalogue
from tests.autoencoders.hidden.digits import check_share, split
from tests.autoencoders.hidden.stages import CAE, check_decoder, check_encoder, check_table
from tests.autoencoders.hidden.watched import check_targets, check_training, watch

pytestmark = pytest.mark.task("conv_autoencoder")
FILE, MAKE = "mnist_cae.pt", "make_cae"


@pytest.fixture(scope="module")
def images():
    """Three training images, uint8 (3, 28, 28)."""
    return split("train")[0][:3]


@pytest.fixture(scope="module")
def traced(student, images):
    """The computation of a new network for each image, and its number of parameters."""
    return student.probe("traced", MAKE, torch.from_numpy(images), 6)


@pytest.fixture(scope="module")
def training(student):
    return watch(student, MAKE, "train_cae", np.random.default_rng(61))


@pytest.mark.task("conv_autoencoder", weight=3)
def test_every_layer_is_that_of_the_sheet(traced):
    """All eight layers have the shapes and parameters of the sheet; together they have 16,859 parameters."""
    check_table(traced["runs"][0]["layers"], CAE)
    checks.parameter_count(traced["parameters"], 16_859, "the number of parameters of make_cae()")


@pytest.mark.task("conv_autoencoder", weight=2)
def test_encoder_between_its_layers(traced, images):
    """ReLU and max pooling follow each convolution, a ReLU follows the first linear layer, and nothing the code."""
    for run, image in zip(traced["runs"], images, strict=True):
        check_table(run["layers"], CAE[:4], more=True)
        check_encoder(run, image / 255)


@pytest.mark.task("conv_autoencoder", weight=2)
def test_decoder_between_its_layers(traced):
    """The decoder gets only the code; it uses ReLU, upsampling by nearest neighbours, and a sigmoid at the end."""
    for run in traced["runs"]:
        check_table(run["layers"], CAE)
        check_decoder(run)


@pytest.mark.task("conv_autoencoder", weight=1, last=True)
def test_training(training):
    """Training uses Adam with 0.001 on every image once an epoch and changes every parameter; the losses fall."""
    watched, images = training
    check_training(watched, len(images), "train_cae")


@pytest.mark.task("conv_autoencoder", weight=0.5, last=True)
def test_training_compares_with_the_images(training):
    """The targets of the training are the given images."""
    watched, images = training
    if watched["first"] is None:
        checks.fail(catalogue.NO_GRADIENT)
    check_targets(watched, images)


@pytest.mark.task("conv_autoencoder", weight=2)
def test_reconstructions_of_test_images(shares, thresholds):
    """The reconstructions by the handed-in weights explain enough of the test images' variance.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    share, note = shares(FILE, MAKE)
    check_share(share, thresholds("conv_autoencoder"), FILE, note)
