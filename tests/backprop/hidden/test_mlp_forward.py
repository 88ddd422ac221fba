"""P1.2: the adapter and the forward pass."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks.catalogue import dense
from solutions.backprop.mlp import TORCH, probabilities
from tests.backprop.hidden import catalogue
from tests.backprop.hidden.adapter import (
    activations,
    check_parameters,
    check_probabilities,
    check_set,
    draw,
    probabilities_of,
    standard,
)

pytestmark = pytest.mark.task("mlp_forward")
SIZES = (7, 6, 5, 4)


def ask(student, sizes, name, parameters, x):
    return student.probe("forward", list(sizes), name, parameters, x)


@pytest.mark.task("mlp_forward", weight=2)
def test_adapter_maps_the_network(student, rng):
    """The adapter returns the parameters in the promised shapes, sets them, and predicts one row for each sample."""
    name = activations(student)[0]
    first = student.probe("parameters_of", list(SIZES), name)
    check_parameters(first["parameters"], first["order"], SIZES)
    parameters = draw(rng, SIZES)
    reply = ask(student, SIZES, name, parameters, rng.normal(size=(9, SIZES[0])))
    check_set(reply["before"], reply["held"], parameters, SIZES)
    check_probabilities(reply["probabilities"], 9, SIZES[-1])


def mistakes(parameters, x, name):
    """Each mistake with the probabilities that it leads to."""
    right = probabilities(parameters, x, name)
    a = x
    activate = {"relu": lambda z: np.maximum(z, 0), "tanh": np.tanh, "sigmoid": lambda z: 1 / (1 + np.exp(-z))}[name]
    for W, b in parameters[:-1]:
        a = activate(a @ W + b)
    scores = a @ parameters[-1][0] + parameters[-1][1]

    def softmax(z, axis=1):
        shifted = np.exp(z - z.max(axis=axis, keepdims=True))
        return shifted / shifted.sum(axis=axis, keepdims=True)

    linear = x
    for W, b in parameters:
        linear = linear @ W + b
    return [
        (dense.SOFTMAX_OVER_SAMPLES, softmax(scores, 0)),
        (catalogue.SOFTMAX_TWICE, softmax(right)),
        (dense.ACTIVATION_ON_INPUT, probabilities(parameters, activate(x), name)),
        (dense.ACTIVATION_ON_SCORES, softmax(activate(scores))),
        (dense.NO_ACTIVATION, softmax(linear)),
        (dense.NO_BIASES, probabilities([(W, 0 * b) for W, b in parameters], x, name)),
        (catalogue.SCORES_RETURNED, scores),
        (catalogue.LOGARITHMS_RETURNED, np.log(right)),
        *(
            (catalogue.OTHER_ACTIVATION(found=other, expected=name), probabilities(parameters, x, other))
            for other in TORCH
            if other != name
        ),
    ]


@pytest.mark.task("mlp_forward", weight=3)
@pytest.mark.parametrize("samples", [1, 8])
def test_probabilities_are_right(student, rng, samples):
    """predict_proba is right for every supported activation and any number of samples."""
    sizes = SIZES
    for name in activations(student):
        x = rng.normal(size=(samples, sizes[0]))
        reply = ask(student, sizes, name, draw(rng, sizes), x)
        parameters = standard(reply["held"], sizes)
        checks.close(
            probabilities_of(reply["probabilities"], samples, sizes[-1]),
            probabilities(parameters, x, name),
            f"the result of predict_proba ({name})",
            candidates=mistakes(parameters, x, name) if samples > 1 else [],
        )


@pytest.mark.task("mlp_forward", weight=2)
def test_softmax_is_stable(student, rng):
    """Scores of 1000 in one row and −1000 in another give probabilities, not NaN."""
    sizes = (3, 6, 4, 5)
    for name in activations(student):
        W, b = np.zeros((4, 5)), np.zeros(5)
        b[:] = rng.permutation([1000.0, 990.0, -1000.0, 0.0, 999.0])
        parameters = [*draw(rng, sizes)[:2], (W, b)]
        reply = ask(student, sizes, name, parameters, rng.normal(size=(2, 3)))
        if np.isnan(np.asarray(reply["probabilities"], float)).any():
            checks.fail(catalogue.SOFTMAX_OVERFLOWS)
        checks.close(
            probabilities_of(reply["probabilities"], 2, 5),
            probabilities(parameters, np.zeros((2, 3)), name),
            "the result of predict_proba for large scores",
        )


@pytest.mark.task("mlp_forward", weight=1)
def test_each_row_is_shifted_by_its_own_maximum(student, rng):
    """A row of very low scores beside a row of very high scores still gets its probabilities."""
    sizes = (1, 2, 2, 3)
    name = activations(student)[0]
    offset = {"relu": 1.0, "tanh": 20.0, "sigmoid": 40.0}[name]
    first = (np.array([[offset, -offset]]), np.zeros(2))
    through = (offset * np.eye(2), np.full(2, -offset / 2 if name == "sigmoid" else 0.0))
    second = (np.array([[2000.0, 2001.0, 1999.0], [-2000.0, -2001.0, -1999.5]]), np.zeros(3))
    x = np.array([[1.0], [-1.0]])
    reply = ask(student, sizes, name, [first, through, second], x)
    if not np.isfinite(np.asarray(reply["probabilities"], float)).all():
        checks.fail(catalogue.LOW_SCORES_GIVE_NAN)
    checks.close(
        probabilities_of(reply["probabilities"], 2, 3),
        probabilities([first, through, second], x, name),
        "the result of predict_proba for rows of very different scores",
    )


def test_the_input_stays_as_it_is(student, rng):
    """Predicting does not change x."""
    x = rng.normal(size=(60, SIZES[0]))
    for name in activations(student):
        reply = ask(student, SIZES, name, draw(rng, SIZES), x)
        checks.not_mutated(x, reply["x"], "x")
