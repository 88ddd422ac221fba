"""P1.2: gradients against float64 autograd."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks.dense_mistakes import dense_mistakes
from solutions.backprop.mlp import gradients, mean_loss
from tests.backprop.hidden.adapter import activations, answer_of, check_answer, settled, standard

pytestmark = pytest.mark.task("mlp_backward")

USUAL_RATES = (1.0, 0.1, 0.01)
"""Learning rates of students who update the weights while they still go backwards."""
SIZES = (8, 7, 5, 4)
SQUARE = (6, 6, 6, 6)


def asked(student, rng, sizes, name, samples, repeat=1):
    """(x, y, what the probe brought) for random parameters and inputs with entries of either sign."""
    x, y, parameters = settled(rng, sizes, name, samples)
    return x, y, student.probe("backward", list(sizes), name, parameters, x, y, repeat)


@pytest.mark.task("mlp_backward", weight=1)
def test_adapter_gives_loss_and_gradients(student, rng):
    """loss_and_gradients gives a loss and pairs in the form of the parameters, and leaves the parameters alone."""
    _, _, found = asked(student, rng, SIZES, activations(student)[0], 6)
    _, pairs = check_answer(found["answer"])
    if len(pairs) != len(found["held"]):
        checks.fail(
            f"the adapter's loss_and_gradients gives {len(pairs)} pairs (dW, db); {len(found['held'])} are expected, "
            "one for each layer.",
            "adapter: loss_and_gradients",
        )
    for layer, ((dW, _), (W, _)) in enumerate(zip(pairs, found["held"], strict=True), 1):
        if np.shape(dW) != np.shape(W):
            checks.fail(
                f"the adapter's loss_and_gradients gives a dW of shape {np.shape(dW)} for layer {layer}; {np.shape(W)} "
                "is expected, the shape that get_parameters gives for W.",
                "adapter: loss_and_gradients",
            )
    for layer, (before, after) in enumerate(
        zip(standard(found["held"], SIZES), standard(found["after"], SIZES), strict=False), 1
    ):
        for kind, one, two in zip("Wb", before, after, strict=True):
            if not np.allclose(one, two, rtol=1e-6, atol=1e-9):
                checks.fail(
                    f"the adapter's loss_and_gradients leaves {kind} of layer {layer} changed: put the old parameters "
                    "back after a backward pass that updates.",
                    "adapter: loss_and_gradients",
                )


@pytest.mark.task("mlp_backward", weight=3)
def test_loss_is_the_mean_cross_entropy(student, rng):
    """The loss is the cross-entropy averaged over the batch, with nothing added."""
    for name in activations(student):
        loss, right, squares = loss_and_squares(student, rng, name)
        if not np.isclose(loss, right, rtol=1e-3):
            both = ((loss, right, squares), loss_and_squares(student, rng, name))
            factors = [(with_share - without) / size for with_share, without, size in both if size]
            if len(factors) == len(both) and np.isclose(*factors, rtol=1e-3):
                checks.fail(
                    f"the loss ({name}) has {factors[0]:.3g} times the sum of all squared weights added to the "
                    "cross-entropy; no regulariser is asked for.",
                    "regulariser added",
                )
        checks.close(
            loss,
            right,
            f"the loss ({name})",
            batch_size=9,
            candidates={
                "it is the sum over the batch instead of the mean": 9 * right,
                "it is divided by the batch size twice": right / 9,
                "it is averaged over the classes as well": right / SIZES[-1],
                "its sign is wrong": -right,
                "it is in bits: take the natural logarithm": right / np.log(2),
            },
        )


def loss_and_squares(student, rng, name):
    """The student's loss, the right one and the sum of all squared weights, for a network and 9 samples drawn anew."""
    x, y, found = asked(student, rng, SIZES, name, 9)
    answer = answer_of(found, SIZES)
    squares = sum(float((W**2).sum()) for W, _ in answer.parameters)
    return answer.loss, mean_loss(answer.parameters, x, y, name), squares


@pytest.mark.task("mlp_backward", weight=8)
@pytest.mark.parametrize("samples", [1, 7, 32])
@pytest.mark.parametrize("sizes", [SIZES, (5, 6, 9, 3)], ids=["narrowing", "widening"])
def test_gradients_are_those_of_autograd(student, rng, sizes, samples):
    """Every dW and db, for every supported activation, networks of different widths and batches of 1, 7 and 32."""
    for name in activations(student):
        compare(*asked(student, rng, sizes, name, samples), sizes, name)


@pytest.mark.task("mlp_backward", weight=2)
def test_gradients_of_square_layers(student, rng):
    """The same where every matrix is square, so that a transposed one has the right shape."""
    for name in activations(student):
        compare(*asked(student, rng, SQUARE, name, 10), SQUARE, name, student.WEIGHTS_ARE())


def compare(x, y, found, sizes, name, order="in_out"):
    answer = answer_of(found, sizes, order)
    right = gradients(answer.parameters, x, y, name)
    checks.network_gradients(
        answer.gradients,
        right,
        mistakes=dense_mistakes(answer.parameters, x, y, name, learning_rates=USUAL_RATES),
        batch_size=len(x),
        parameters=answer.parameters,
    )


@pytest.mark.task("mlp_backward", weight=1)
def test_gradients_do_not_pile_up(student, rng):
    """A second call gives the same gradients, not the sum of both."""
    name = activations(student)[0]
    x, y, found = asked(student, rng, SIZES, name, 5, repeat=3)
    answer = answer_of(found, SIZES)
    right = gradients(answer.parameters, x, y, name)
    piled = [(3 * dW, 3 * db) for dW, db in right]
    mistake = "after three calls they are three times too large: start from zero in every call"
    checks.network_gradients(answer.gradients, right, mistakes={mistake: piled})


@pytest.mark.task("mlp_backward", weight=1)
def test_arguments_stay_as_they_are(student, rng):
    """x and y are not changed."""
    for name in activations(student):
        x, y, found = asked(student, rng, SIZES, name, 6)
        checks.not_mutated(x, found["x"], "x")
        checks.not_mutated(y, found["y"], "y")


@pytest.mark.task("mlp_backward", weight=1)
def test_a_unit_at_exactly_zero(student, rng):
    """A hidden unit whose pre-activation is exactly 0 gives finite gradients; ReLU's derivative there may be 0 or 1."""
    for name in activations(student):
        x, y, parameters = settled(rng, SIZES, name, 6)
        parameters[0][0][:, 2], parameters[0][1][2] = 0, 0
        found = student.probe("backward", list(SIZES), name, parameters, x, y)
        answer = answer_of(found, SIZES)
        held = [(W.copy(), b.copy()) for W, b in answer.parameters]
        held[0][1][2] = 1e-9  # on the other side of the kink
        mistakes = dense_mistakes(answer.parameters, x, y, name)
        below, above = gradients(answer.parameters, x, y, name), gradients(held, x, y, name)
        dW, db = (np.asarray(one, float) for one in answer.gradients[0])
        sided = dW.shape == above[0][0].shape and np.allclose(dW[:, 2], above[0][0][:, 2], rtol=1e-3, atol=1e-7)
        checks.network_gradients(
            [(dW, db), *answer.gradients[1:]],
            above if name == "relu" and sided else below,
            mistakes=mistakes,
            batch_size=6,
            parameters=answer.parameters,
        )
