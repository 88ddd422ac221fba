"""Q2: forward pass, gradients and one step of the 3-2-2 sigmoid network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks.catalogue import arrays
from solutions.initialization import SHEET, backprop_step
from tests.initialization.hidden import catalogue_theory as catalogue

pytestmark = pytest.mark.task("backprop_by_hand")

Numbers = dict[str, Any]
"""The arguments of ``backprop_step`` by name."""


@pytest.mark.task("backprop_by_hand", weight=2)
def test_forward_pass(student, rng):
    """Hidden and output activations are correct, with the weights numbered as drawn and one bias per layer."""
    for case in _cases(rng):
        expected, answer = _both(student, case, "h", "o")
        x, w, b = case["x"], case["w"], case["b"]
        checks.close(
            answer["h"],
            expected["h"],
            "h",
            candidates=[
                (catalogue.HIDDEN_EDGES, _sigmoid(w[:6].reshape(2, 3) @ x + b[0])),
                (catalogue.HIDDEN_BIAS_MISSING, _sigmoid(x @ w[:6].reshape(3, 2))),
                (catalogue.OUTPUT_BIAS_IN_HIDDEN, _sigmoid(x @ w[:6].reshape(3, 2) + b[1])),
                (catalogue.SIGMOID_MISSING, x @ w[:6].reshape(3, 2) + b[0]),
            ],
        )
        h = expected["h"]
        checks.close(
            answer["o"],
            expected["o"],
            "o",
            candidates=[
                (catalogue.OUTPUT_EDGES, _sigmoid(w[6:].reshape(2, 2) @ h + b[1])),
                (catalogue.OUTPUT_BIAS_MISSING, _sigmoid(h @ w[6:].reshape(2, 2))),
                (catalogue.HIDDEN_BIAS_IN_OUTPUT, _sigmoid(h @ w[6:].reshape(2, 2) + b[0])),
                (catalogue.SIGMOID_MISSING, h @ w[6:].reshape(2, 2) + b[1]),
            ],
        )


def test_loss_is_half_the_sum_of_squares(student, rng):
    """The loss is half the sum of the squared deviations of the outputs from the targets."""
    for case in _cases(rng):
        expected, answer = _both(student, case, "mse")
        squares = 2 * expected["mse"]
        checks.close(
            answer["mse"],
            expected["mse"],
            "mse",
            candidates=[(catalogue.HALF_MISSING, squares), (catalogue.HALF_TWICE, squares / 4)],
        )


@pytest.mark.task("backprop_by_hand", weight=2)
def test_output_layer_gradients(student, rng):
    """The derivatives of the loss with respect to w7 … w10 are correct."""
    for case in _cases(rng):
        expected, answer = _both(student, case, "dw")
        h, o, error = expected["h"], expected["o"], expected["o"] - case["t"]
        checks.gradient(
            checks.array(answer["dw"], (10,), "dw")[6:],
            expected["dw"][6:],
            "dw of w7 … w10",
            candidates=[
                (catalogue.GRADIENT_WITHOUT_HALF, 2 * expected["dw"][6:]),
                (arrays.WRONG_SIGN, -expected["dw"][6:]),
                (catalogue.OUTPUT_SLOPE_MISSING, np.outer(h, error).ravel()),
                (catalogue.SLOPE_AT_ACTIVATION, np.outer(h, error * _slope(o)).ravel()),
                (catalogue.FROM_AND_TO_EXCHANGED, np.outer(error * o * (1 - o), h).ravel()),
            ],
        )


@pytest.mark.task("backprop_by_hand", weight=2)
def test_hidden_layer_gradients(student, rng):
    """The derivatives of the loss with respect to w1 … w6 are correct."""
    for case in _cases(rng):
        expected, answer = _both(student, case, "dw")
        checks.gradient(
            checks.array(answer["dw"], (10,), "dw")[:6],
            expected["dw"][:6],
            "dw of w1 … w6",
            candidates=_wrong_hidden_gradients(case, expected),
        )


def test_shared_bias_gradients(student, rng):
    """The derivative with respect to a shared bias adds up both units of its layer."""
    for case in _cases(rng):
        expected, answer = _both(student, case, "db")
        if np.shape(answer["db"]) in ((4,), (2, 2)):
            checks.fail(catalogue.BIAS_FOR_EACH_UNIT)
        checks.gradient(
            checks.array(answer["db"], (2,), "db"),
            expected["db"],
            "db",
            candidates=[
                (catalogue.BIAS_AVERAGED, expected["db"] / 2),
                (catalogue.BIASES_SWAPPED, expected["db"][::-1]),
                (arrays.WRONG_SIGN, -expected["db"]),
            ],
        )


def test_step_descends_along_the_gradient(student, rng):
    """The new weights and biases are the old ones minus the learning rate times your gradient."""
    for case in _cases(rng):
        _, answer = _both(student, case, "dw", "db", "new_w", "new_b")
        rate = case["learning_rate"]
        for old, gradient, new in (("w", "dw", "new_w"), ("b", "db", "new_b")):
            slope = checks.array(answer[gradient], case[old].shape, gradient)
            if not slope.any():
                checks.fail(catalogue.NO_GRADIENT, gradient)
            checks.close(
                answer[new],
                case[old] - rate * slope,
                new,
                rtol=1e-5,
                candidates=[
                    (catalogue.STEP_UPHILL, case[old] + rate * slope),
                    (catalogue.RATE_NOT_USED, case[old] - slope),
                    (catalogue.RATE_FIXED, case[old] - SHEET["learning_rate"] * slope),
                    (catalogue.NOT_UPDATED, case[old]),
                    (catalogue.STEP_WITHOUT_OLD_VALUE, -rate * slope),
                ],
            )


@pytest.mark.task("backprop_by_hand", weight=0.5)
def test_arguments_of_backprop_stay_as_they_are(student, rng):
    """backprop_step does not change the arrays that it is given."""
    case = next(_cases(rng))
    _both(student, case, "new_w", "new_b")
    after = student.probe("arguments_after", "backprop_step", [np.array(value) for value in case.values()])
    for name, before, now in zip(case, case.values(), after, strict=True):
        checks.not_mutated(before, now, name)


def _cases(rng: np.random.Generator, count: int = 3) -> Iterator[Numbers]:
    """Networks with weights of either sign, different biases and a large step."""
    for _ in range(count):
        yield {
            "x": rng.normal(0, 1.2, 3),
            "t": rng.uniform(0.05, 0.95, 2),
            "w": rng.choice([-1, 1], 10) * rng.uniform(0.3, 1.2, 10),
            "b": np.array([rng.uniform(0.3, 0.8), rng.uniform(-0.8, -0.3)]),
            "learning_rate": float(rng.uniform(0.3, 0.9)),
        }


def _both(student: Any, case: Numbers, *names: str) -> tuple[Numbers, Numbers]:
    """Reference and answer for one network; the answer has at least the keys ``names``."""
    answer = student.backprop_step(*case.values())
    checks.keys(answer, names, "the returned dictionary")
    return backprop_step(**case), answer


def _wrong_hidden_gradients(case: Numbers, expected: Numbers) -> list[tuple[checks.Mistake, np.ndarray]]:
    """Mistakes, each with the derivatives with respect to w1 … w6 that it leads to."""
    x, t, h, o = case["x"], case["t"], expected["h"], expected["o"]
    matrix, updated = case["w"][6:].reshape(2, 2), expected["new_w"][6:].reshape(2, 2)
    delta = (o - t) * o * (1 - o)

    def gradient(back: np.ndarray, slope: np.ndarray | float) -> np.ndarray:
        return np.outer(x, back * slope).ravel()

    return [
        (catalogue.GRADIENT_WITHOUT_HALF, 2 * expected["dw"][:6]),
        (arrays.WRONG_SIGN, -expected["dw"][:6]),
        (catalogue.HIDDEN_SLOPE_MISSING, gradient(matrix @ delta, 1.0)),
        (catalogue.OUTPUT_SLOPE_MISSING, gradient(matrix @ (o - t), h * (1 - h))),
        (catalogue.SLOPE_AT_ACTIVATION, gradient(matrix @ ((o - t) * _slope(o)), _slope(h))),
        (catalogue.UPDATED_TOO_EARLY, gradient(updated @ delta, h * (1 - h))),
        (catalogue.NOT_TRANSPOSED_BACK, gradient(matrix.T @ delta, h * (1 - h))),
        (catalogue.FROM_AND_TO_EXCHANGED, expected["dw"][:6].reshape(3, 2).T.ravel()),
    ]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def _slope(z: np.ndarray) -> np.ndarray:
    return _sigmoid(z) * (1 - _sigmoid(z))
