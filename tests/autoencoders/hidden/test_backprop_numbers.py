"""3.3: all derivatives of the 2-2-2 network for the first iteration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks.catalogue import dense
from solutions.autoencoders.theory import FIGURE, backprop_numbers
from tests.autoencoders.hidden import catalogue

pytestmark = pytest.mark.task("backprop_numbers")

RTOL = 1.5e-3
"""Allowed relative error of each number. Rounding to four significant digits changes a number by 5e-4 at most, and
rounding intermediate values to four digits by another 5e-4. The nearest of the mistakes below is off by 0.6 %."""
Numbers = dict[str, float]


@pytest.mark.task("backprop_numbers", weight=2)
def test_output_errors(student):
    """δ of o1 and o2 are right: with the cross-entropy, the derivative of the sigmoid cancels."""
    _check(student, ["delta_o1", "delta_o2"])


@pytest.mark.task("backprop_numbers", weight=2)
def test_hidden_errors(student):
    """δ of h1 and h2 are right; each gets the errors of both outputs."""
    _check(student, ["delta_h1", "delta_h2"])


@pytest.mark.task("backprop_numbers", weight=1.5)
def test_output_weights(student):
    """The derivatives by w5 … w8 are right, numbered as in the figure."""
    _check(student, ["dw5", "dw6", "dw7", "dw8"])


@pytest.mark.task("backprop_numbers", weight=1.5)
def test_hidden_weights(student):
    """The derivatives by w1 … w4 are right, numbered as in the figure."""
    _check(student, ["dw1", "dw2", "dw3", "dw4"])


def test_biases(student):
    """The derivatives by the four biases are right; each neuron has its own bias."""
    _check(student, ["db_h1", "db_h2", "db_o1", "db_o2"])


def _check(student: Any, names: Sequence[str]) -> None:
    """Fail with the marks of the right numbers. A mistake is named when it leads to all of the numbers."""
    answer = student.backprop_numbers()
    checks.keys(answer, names, "the returned dictionary")
    given, expected = {name: checks.number(answer[name], name) for name in names}, backprop_numbers()
    wrong = [name for name in names if not _near(given[name], expected[name])]
    if not wrong:
        return
    score = 1 - len(wrong) / len(names)
    for mistake, numbers in _mistakes():
        if all(_near(given[name], numbers[name]) for name in names):
            checks.fail(mistake, wrong, score=score)
    if all(_near(given[name], expected[name], 0.06) for name in wrong):
        checks.fail(catalogue.NOT_EXACT_ENOUGH, wrong, score=score)
    checks.fail(catalogue.NUMBERS_WRONG, wrong, score=score)


def _near(given: float, expected: float, rtol: float = RTOL) -> bool:
    return abs(given - expected) <= rtol * abs(expected)


def _mistakes() -> list[tuple[checks.Mistake, Numbers]]:
    """Each mistake with all 16 numbers that it leads to."""
    swapped = np.array([0, 2, 1, 3])
    shared = _numbers()
    for layer in "ho":
        total = shared[f"db_{layer}1"] + shared[f"db_{layer}2"]
        shared[f"db_{layer}1"] = shared[f"db_{layer}2"] = total
    return [
        (catalogue.QUADRATIC_COST, _numbers(slope_o=_slope)),
        (catalogue.QUADRATIC_COST_DOUBLED, _numbers(slope_o=lambda o: 2 * _slope(o))),
        (catalogue.TARGET_MINUS_OUTPUT, _numbers(factor=-1)),
        (catalogue.AVERAGED_OVER_OUTPUTS, _numbers(factor=0.5)),
        (catalogue.HIDDEN_SLOPE_MISSING, _numbers(slope_h=np.ones_like)),
        (catalogue.HIDDEN_SLOPE_OF_ACTIVATION, _numbers(slope_h=lambda h: _slope(_sigmoid(h)))),
        (catalogue.WEIGHTS_NOT_TRANSPOSED, _numbers(back=np.transpose)),
        (catalogue.ONLY_ONE_OUTPUT, _numbers(back=lambda w: w * np.eye(2))),
        (catalogue.UPDATED_FIRST, _numbers(rate=0.5)),
        (catalogue.NUMBERED_BY_SOURCE, _numbers(order=swapped)),
        (catalogue.RESULT_NUMBERED_BY_SOURCE, _numbers(result=swapped)),
        (dense.NO_BIASES, _numbers(bias=0.0)),
        (catalogue.NO_SIGMOIDS, _numbers(activate=np.positive)),
        (catalogue.NO_OUTPUT_SIGMOID, _numbers(activate_o=np.positive)),
        (catalogue.SHARED_BIAS, shared),
        (catalogue.BIAS_AS_FACTOR, _numbers(bias_factor=True)),
        (catalogue.NO_INPUT_FACTOR, _numbers(inputs=False)),
    ]


def _numbers(
    *,
    factor: float = 1.0,
    bias: float = 1.0,
    activate: Callable[[Any], Any] | None = None,
    activate_o: Callable[[Any], Any] | None = None,
    slope_h: Callable[[Any], Any] | None = None,
    slope_o: Callable[[Any], Any] | None = None,
    back: Callable[[Any], Any] = np.positive,
    rate: float = 0.0,
    order: Any = None,
    result: Any = None,
    bias_factor: bool = False,
    inputs: bool = True,
) -> Numbers:
    """The 16 numbers when one step is taken differently; matrices have the shape (to, from)."""
    x, t, w, b = (np.array(FIGURE[name]) for name in ("x", "t", "w", "b"))
    keep = np.arange(4) if order is None else order
    W1, W2 = w[:4][keep].reshape(2, 2), w[4:][keep].reshape(2, 2)
    h = (activate or _sigmoid)(W1 @ x + bias * b[:2])
    o = (activate_o or activate or _sigmoid)(W2 @ h + bias * b[2:])
    delta_o = factor * (o - t) * (slope_o(o) if slope_o else 1)
    delta_h = back(W2 - rate * np.outer(delta_o, h)).T @ delta_o * (slope_h or _slope)(h)
    result_order = np.arange(4) if result is None else result
    dW1 = np.outer(delta_h, x if inputs else np.ones(2)).ravel()[keep][result_order]
    dW2 = np.outer(delta_o, h if inputs else np.ones(2)).ravel()[keep][result_order]
    db = np.concatenate([delta_h, delta_o]) * (b if bias_factor else 1)
    numbers = {f"dw{k}": value for k, value in enumerate([*dW1, *dW2], start=1)}
    numbers |= dict(zip(("delta_h1", "delta_h2", "delta_o1", "delta_o2"), [*delta_h, *delta_o], strict=True))
    return numbers | dict(zip(("db_h1", "db_h2", "db_o1", "db_o2"), db, strict=True))


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def _slope(a: Any) -> Any:
    """σ′ in terms of the activation."""
    return a * (1 - a)
