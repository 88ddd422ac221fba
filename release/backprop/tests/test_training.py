"""P1.4 to P1.7: initialisation, the comparison, the search and finite differences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from autograder import checks

SIZES = [4, 6, 5, 3]


def initialise(student, function):
    """The parameters of a new network after ``function(net, 1)``."""
    return student.probe("initialised", function, SIZES, student.ACTIVATIONS()[0], [1])[0]


@pytest.mark.task("init_zero")
def test_zero_means_zero(student):
    """initialize_zero sets the weights and biases of the first layer to zero."""
    W, b = initialise(student, "initialize_zero")[0]
    checks.close(np.abs(W).max() + np.abs(b).max(), 0.0, "the largest entry of the first layer", atol=1e-12)


@pytest.mark.task("init_normal")
def test_normal_has_weights_of_about_one(student):
    """The weights of the first layer have about the size of draws from N(0, 1); the biases are zero."""
    W, b = initialise(student, "initialize_normal")[0]
    if not 0.3 < np.abs(W).mean() < 2 or np.any(b):
        checks.fail("The weights of the first layer do not have the size of N(0, 1), or its biases are not zero.")


@pytest.mark.task("init_glorot")
def test_glorot_keeps_to_its_bound(student):
    """No weight of the first layer is larger than sqrt(6 / (4 + 6)); the biases are zero."""
    W, b = initialise(student, "initialize_glorot")[0]
    if not 0 < np.abs(W).max() <= np.sqrt(0.6) + 1e-6 or np.any(b):
        checks.fail("The weights of the first layer are all zero or exceed the bound, or its biases are not zero.")


@pytest.mark.task("init_comparison")
def test_three_schemes_with_a_loss_for_each_epoch(student):
    """compare_initialisations returns losses and a network for "zero", "normal" and "glorot"."""
    rng = np.random.default_rng(1)
    x, y = rng.normal(size=(12, 4)), rng.integers(3, size=12)
    options = {"epochs": 2, "learning_rate": 0.1, "batch_size": 4, "seed": 1}
    curves = student.probe("compared", SIZES, student.ACTIVATIONS()[0], x, y, options)
    checks.keys(curves, ("zero", "normal", "glorot"), "the result of compare_initialisations")
    for scheme, result in curves.items():
        checks.array(result["losses"], (2,), f'the list of losses of "{scheme}"')


@pytest.mark.task("hyperparameter_search")
def test_split_gives_two_pairs(student):
    """split_mnist takes 50 of 60 images for training and 10 for validation."""
    train, valid = student.split_mnist(np.zeros((60, 28, 28), np.uint8), np.arange(60) % 10)
    checks.shape(train[0], (50, 28, 28), "the array of training images")
    checks.shape(valid[1], (10,), "the array of validation labels")


@pytest.mark.task("hyperparameter_search")
def test_weights_can_be_loaded(student):
    """If the file mlp.npz exists, its network predicts a class for each image."""
    student.split_mnist(np.zeros((60, 28, 28), np.uint8), np.arange(60) % 10)
    if student.file("mlp.npz"):
        checks.array(
            student.probe("predictions", "mlp.npz", np.zeros((5, 784), np.uint8)), (5,), "the array of classes", "i"
        )


@pytest.mark.task("finite_differences")
def test_ten_differences(student):
    """finite_difference_gradients returns ten numbers, and max_differences returns one for each N."""
    rng = np.random.default_rng(2)
    given = [[rng.normal(size=(i, o)), np.zeros(o)] for i, o in itertools.pairwise(SIZES)]
    x, y, name = rng.normal(size=(1, 4)), np.array([1]), student.ACTIVATIONS()[0]
    reply = student.probe("finite_differences", SIZES, name, given, x, y, [0.01])
    checks.array(reply["gradients"][0], (10,), "the result of finite_difference_gradients")
    reply = student.probe("largest_differences", SIZES, name, given, x, y, [1, 10])
    checks.array(reply["differences"], (2,), "the result of max_differences")
