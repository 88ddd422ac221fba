"""P1.2: gradients against float64 autograd."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks.catalogue import arrays
from autograder.checks.dense_mistakes import dense_mistakes
from solutions.backprop.mlp import gradients
from tests.backprop.hidden import catalogue, catalogue_adapter
from tests.backprop.hidden.adapter import activations, answer_of, check_answer, draw_clear, standard
from tests.backprop.hidden.losses import nearest_loss

pytestmark = pytest.mark.task("mlp_backward")

USUAL_RATES = (1.0, 0.1, 0.01)
"""Learning rates of students who update the weights while they still go backwards."""
SIZES = (8, 7, 5, 4)
SQUARE = (6, 6, 6, 6)


def ask(student, rng, sizes, name, samples, repeat=1):
    """(x, y, reply of the probe) for random parameters and inputs with entries of either sign."""
    x, y, parameters = draw_clear(rng, sizes, name, samples)
    return x, y, student.probe("backward", list(sizes), name, parameters, x, y, repeat)


@pytest.mark.task("mlp_backward", weight=1)
def test_adapter_gives_loss_and_gradients(student, rng):
    """loss_and_gradients returns a loss and pairs in the shapes of the parameters, and leaves the parameters alone."""
    _, _, reply = ask(student, rng, SIZES, activations(student)[0], 6)
    _, pairs = check_answer(reply["answer"])
    if len(pairs) != len(reply["held"]):
        checks.fail(catalogue_adapter.WRONG_NUMBER_OF_PAIRS(found=len(pairs), expected=len(reply["held"])))
    for layer, ((dW, _), (W, _)) in enumerate(zip(pairs, reply["held"], strict=True), 1):
        if np.shape(dW) != np.shape(W):
            shapes = {"found": str(np.shape(dW)), "expected": str(np.shape(W))}
            checks.fail(catalogue_adapter.GRADIENT_SHAPE(layer=str(layer), **shapes))
    for layer, (before, after) in enumerate(
        zip(standard(reply["held"], SIZES), standard(reply["after"], SIZES), strict=False), 1
    ):
        for kind, old, new in zip("Wb", before, after, strict=True):
            if not np.allclose(old, new, rtol=1e-6, atol=1e-9):
                checks.fail(catalogue_adapter.GRADIENTS_CHANGE_PARAMETERS(parameter=kind, layer=str(layer)))


@pytest.mark.task("mlp_backward", weight=3)
def test_loss_is_the_mean_cross_entropy(student, rng):
    """The loss is the cross-entropy averaged over the batch, with nothing added."""
    for name in activations(student):
        loss, right, squares = loss_and_squares(student, rng, name)
        if not np.isclose(loss, right, rtol=1e-3):
            both = ((loss, right, squares), loss_and_squares(student, rng, name))
            factors = [
                (given - expected) / sum_of_squares for given, expected, sum_of_squares in both if sum_of_squares
            ]
            if len(factors) == len(both) and np.isclose(*factors, rtol=1e-3):
                checks.fail(catalogue.REGULARISER_IN_THE_LOSS(factor=float(factors[0])), f"the loss ({name})")
        checks.close(
            loss,
            right,
            f"the loss ({name})",
            batch_size=9,
            candidates=[
                (catalogue.LOSS_SUMMED, 9 * right),
                (catalogue.LOSS_DIVIDED_TWICE, right / 9),
                (catalogue.LOSS_OVER_CLASSES, right / SIZES[-1]),
                (arrays.WRONG_SIGN, -right),
                (catalogue.LOSS_IN_BITS, right / np.log(2)),
            ],
        )


def loss_and_squares(student, rng, name):
    """The student's loss, the right loss and the sum of all squared weights, for a new network and 9 new samples."""
    x, y, reply = ask(student, rng, SIZES, name, 9)
    answer = answer_of(reply, SIZES)
    squares = sum(float((W**2).sum()) for W, _ in answer.parameters)
    return answer.loss, nearest_loss(answer.loss, answer.parameters, x, y, name), squares


@pytest.mark.task("mlp_backward", weight=8)
@pytest.mark.parametrize("samples", [1, 7, 32])
@pytest.mark.parametrize("sizes", [SIZES, (5, 6, 9, 3)], ids=["narrowing", "widening"])
def test_gradients_are_those_of_autograd(student, rng, sizes, samples):
    """Every dW and db is right for every supported activation, layers of different widths and 1, 7 or 32 samples."""
    for name in activations(student):
        compare(*ask(student, rng, sizes, name, samples), sizes, name)


@pytest.mark.task("mlp_backward", weight=2)
def test_gradients_of_square_layers(student, rng):
    """Every dW and db is right where all matrices are square, so that a transposed matrix has the right shape."""
    for name in activations(student):
        compare(*ask(student, rng, SQUARE, name, 10), SQUARE, name, student.WEIGHTS_ARE())


def compare(x, y, reply, sizes, name, order="in_out"):
    answer = answer_of(reply, sizes, order)
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
    x, y, reply = ask(student, rng, SIZES, name, 5, repeat=3)
    answer = answer_of(reply, SIZES)
    right = gradients(answer.parameters, x, y, name)
    piled = [(3 * dW, 3 * db) for dW, db in right]
    checks.network_gradients(answer.gradients, right, mistakes=[(catalogue.GRADIENTS_PILE_UP, piled)])


@pytest.mark.task("mlp_backward", weight=1)
def test_arguments_stay_as_they_are(student, rng):
    """loss_and_gradients does not change x and y."""
    for name in activations(student):
        x, y, reply = ask(student, rng, SIZES, name, 6)
        checks.not_mutated(x, reply["x"], "x")
        checks.not_mutated(y, reply["y"], "y")


@pytest.mark.task("mlp_backward", weight=1)
def test_a_unit_at_exactly_zero(student, rng):
    """A hidden unit whose pre-activation is exactly 0 gives finite gradients; ReLU's derivative there may be 0 or 1."""
    for name in activations(student):
        x, y, parameters = draw_clear(rng, SIZES, name, 6)
        parameters[0][0][:, 2], parameters[0][1][2] = 0, 0
        reply = student.probe("backward", list(SIZES), name, parameters, x, y)
        answer = answer_of(reply, SIZES)
        held = [(W.copy(), b.copy()) for W, b in answer.parameters]
        held[0][1][2] = 1e-9  # on the other side of the kink
        mistakes = dense_mistakes(answer.parameters, x, y, name)
        below, above = gradients(answer.parameters, x, y, name), gradients(held, x, y, name)
        dW, db = (np.asarray(gradient, float) for gradient in answer.gradients[0])
        takes_upper_side = dW.shape == above[0][0].shape and np.allclose(
            dW[:, 2], above[0][0][:, 2], rtol=1e-3, atol=1e-7
        )
        checks.network_gradients(
            [(dW, db), *answer.gradients[1:]],
            above if name == "relu" and takes_upper_side else below,
            mistakes=mistakes,
            batch_size=6,
            parameters=answer.parameters,
        )
