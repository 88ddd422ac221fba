"""P1.1 to P1.3: the adapter, and gradients compared with central differences."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from autograder import checks

SIZES = [4, 6, 5, 3]


def parameters():
    """Random parameters with W (inputs, outputs)."""
    rng = np.random.default_rng(7)
    return [[0.5 * rng.normal(size=(i, o)), 0.1 * rng.normal(size=o)] for i, o in itertools.pairwise(SIZES)]


def batch(samples):
    rng = np.random.default_rng(8)
    return rng.normal(size=(samples, SIZES[0])), rng.integers(SIZES[-1], size=samples)


@pytest.mark.task("parameter_budget")
def test_the_count_of_a_small_network(student):
    """count_parameters(2-3-1) is 13: the network has 2·3 + 3 weights and 3 + 1 biases."""
    checks.parameter_count(student.count_parameters([2, 3, 1]), 13, "the result of count_parameters for 2-3-1")


@pytest.mark.task("parameter_budget")
def test_two_numbers_of_hidden_units(student):
    """choose_architecture returns two whole numbers."""
    checks.array(student.choose_architecture(), (2,), "the result of choose_architecture", "i")


@pytest.mark.task("mlp_forward")
def test_parameters_have_the_promised_shapes(student):
    """get_parameters returns a pair (W, b) for each layer, with W as WEIGHTS_ARE says."""
    name = student.ACTIVATIONS()[0]
    reply = student.probe("parameters_of", SIZES, name)
    count = len(reply["parameters"])
    if count != 3:
        checks.fail(f"get_parameters returns {count} entries for a network of 3 layers. Return a pair for each layer.")
    for layer, (W, b) in enumerate(reply["parameters"]):
        fan_in, fan_out = SIZES[layer : layer + 2]
        shape = (fan_in, fan_out) if reply["order"] == "in_out" else (fan_out, fan_in)
        checks.array(W, shape, f"W of layer {layer + 1} from get_parameters")
        checks.array(np.reshape(b, -1), (fan_out,), f"b of layer {layer + 1} from get_parameters")


@pytest.mark.task("mlp_forward")
def test_probabilities_sum_to_one(student):
    """predict_proba returns a row of probabilities for each sample."""
    for name in student.ACTIVATIONS():
        reply = student.probe("forward", SIZES, name, parameters(), batch(5)[0])
        table = checks.array(reply["probabilities"], (5, 3), "the result of predict_proba")
        checks.close(table.sum(axis=1), np.ones(5), "the array of row sums of predict_proba")


@pytest.mark.task("mlp_backward")
def test_gradients_agree_with_central_differences(student):
    """The first entry of every dW and db agrees with the central difference of your own loss."""
    for name in student.ACTIVATIONS():
        x, y = batch(4)
        given = parameters()
        reply = student.probe("backward", SIZES, name, given, x, y)
        for layer, (dW, db) in enumerate(reply["answer"][1]):
            own_shape = np.shape(reply["held"][layer][0])
            for kind, gradient in ((0, dW), (1, db)):
                value = given[layer][kind]
                first = (0,) * value.ndim
                losses = []
                for step in (1e-4, -1e-4):
                    moved = [[W.copy(), b.copy()] for W, b in given]
                    moved[layer][kind][first] += step
                    losses.append(student.probe("backward", SIZES, name, moved, x, y)["answer"][0])
                what = f"the first entry of {'dW' if kind == 0 else 'db'} of layer {layer + 1}"
                right = (losses[0] - losses[1]) / 2e-4
                checks.array(np.reshape(gradient, -1), (value.size,), what)
                if kind == 0:
                    checks.array(gradient, own_shape, f"dW of layer {layer + 1}")
                checks.close(np.reshape(gradient, -1)[0], right, what, rtol=0.05, atol=2e-3)


@pytest.mark.task("sgd_training")
def test_a_step_lowers_the_loss_of_its_batch(student):
    """A small step of gradient descent changes the parameters and lowers the loss."""
    name = student.ACTIVATIONS()[0]
    x, y = batch(6)
    before, after = student.probe("stepped", SIZES, name, parameters(), [[x, y]], 0.05)
    if all(np.array_equal(old[0], new[0]) for old, new in zip(before, after, strict=True)):
        checks.fail("sgd_step changes no weights. Let it update the parameters of the network in place.")
    losses = [student.probe("backward", SIZES, name, in_out(state), x, y)["answer"][0] for state in (before, after)]
    checks.loss_decreases(losses, what="the loss of the batch, before and after a step,")


def in_out(state):
    """Parameters with W (inputs, outputs), whether W is (inputs, outputs) or (outputs, inputs) in ``state``."""
    transposed = [np.shape(W) != (i, o) for (W, _), i, o in zip(state, SIZES, SIZES[1:], strict=False)]
    return [[np.asarray(W).T if back else W, np.reshape(b, -1)] for (W, b), back in zip(state, transposed, strict=True)]


@pytest.mark.task("sgd_training")
def test_training_gives_a_loss_for_each_epoch(student):
    """train returns a list with one number for each epoch."""
    x, y = batch(10)
    options = {"epochs": 3, "learning_rate": 0.1, "batch_size": 4, "seed": 1}
    reply = student.probe("trained", SIZES, student.ACTIVATIONS()[0], parameters(), x, y, options)
    checks.array(reply["losses"], (3,), "the result of train")
