"""2.6 and 2.6.1: the autoencoder, its codes and those of PCA."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

IMAGES = (np.arange(90 * 784).reshape(90, 28, 28) * 7 % 256).astype(np.uint8)
"""Images of a pattern, not of digits."""


@pytest.mark.task("autoencoder")
def test_reconstructions_are_images(student):
    """reconstruct gives 784 numbers for each image."""
    reply = student.probe("new_predictions", "make_autoencoder", [IMAGES[:7]], 0)
    if "problem" in reply:
        checks.fail(f"make_autoencoder returns a {reply['detail']}. Return one Keras model.")
    checks.array(reply["answers"][0], (7, 784), "the result of reconstruct")


@pytest.mark.task("autoencoder")
def test_a_layer_gives_two_numbers(student):
    """The narrowest layer gives two numbers for each image."""
    sizes = student.probe("narrow_layers", IMAGES[:20], 1, 0).get("sizes") or [0]
    if min(sizes) != 2:
        checks.fail(f"the narrowest layer gives {min(sizes)} numbers for each image. The code has two.")


@pytest.mark.task("autoencoder")
def test_autoencoder_training_returns_curves(student):
    """After two epochs of training, train_autoencoder returns two lists of two numbers."""
    split = [IMAGES[:60], IMAGES[60:]]
    curves = student.probe("brief_training", "make_autoencoder", "train_autoencoder", split, 2).get("curves")
    checks.keys(curves, ["loss", "test_loss"], "the curves of train_autoencoder")
    for name in ("loss", "test_loss"):
        checks.array(curves[name], (2,), f'the list "{name}"')


@pytest.mark.task("embedding_vs_pca")
def test_pca_codes_have_two_columns(student):
    """pca_codes gives two numbers for each image in images, and none for those in fit_images."""
    checks.array(student.pca_codes(IMAGES[:80], IMAGES[80:]), (10, 2), "the result of pca_codes")


@pytest.mark.task("embedding_vs_pca")
def test_neighbours_of_two_separate_clouds(student):
    """If two clouds of points are far apart, every point has the label of its neighbours."""
    labels = np.arange(40) % 2
    codes = np.arange(80).reshape(40, 2) % 7 + 100.0 * labels[:, None]
    accuracy = student.neighbour_accuracy(codes, labels, codes + 0.5, labels, k=3)
    checks.close(accuracy, 1.0, "neighbour_accuracy")
    checks.close(
        student.neighbour_accuracy(codes, labels, codes, 1 - labels, k=3), 0.0, "neighbour_accuracy", atol=1e-9
    )
