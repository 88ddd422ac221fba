"""3.3: all derivatives of the 2-2-2 network for the first iteration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.autoencoders.theory import FIGURE, backprop_numbers

pytestmark = pytest.mark.task("backprop_numbers")

RTOL = 1.5e-3
"""Of each number. Rounding to four significant digits changes it by 5e-4 at most, and intermediate values rounded to
four digits by another 5e-4; the nearest of the mistakes below is off by 0.6 %."""
Numbers = dict[str, float]


@pytest.mark.task("backprop_numbers", weight=2)
def test_output_errors(student):
    """δ of o1 and o2: with the cross-entropy, the derivative of the sigmoid cancels."""
    _check(student, ["delta_o1", "delta_o2"])


@pytest.mark.task("backprop_numbers", weight=2)
def test_hidden_errors(student):
    """δ of h1 and h2, each from both outputs."""
    _check(student, ["delta_h1", "delta_h2"])


@pytest.mark.task("backprop_numbers", weight=1.5)
def test_output_weights(student):
    """The derivatives by w5 … w8, numbered as drawn."""
    _check(student, ["dw5", "dw6", "dw7", "dw8"])


@pytest.mark.task("backprop_numbers", weight=1.5)
def test_hidden_weights(student):
    """The derivatives by w1 … w4, numbered as drawn."""
    _check(student, ["dw1", "dw2", "dw3", "dw4"])


def test_biases(student):
    """The derivatives by the four biases, one for each neuron."""
    _check(student, ["db_h1", "db_h2", "db_o1", "db_o2"])


def _check(student: Any, names: Sequence[str]) -> None:
    """Fail with the marks of the numbers that are right; a mistake is named when it explains all that are wrong."""
    answer = student.backprop_numbers()
    checks.keys(answer, names, "the returned dictionary")
    found, right = {name: checks.number(answer[name], name) for name in names}, backprop_numbers()
    wrong = [name for name in names if not _near(found[name], right[name])]
    if not wrong:
        return
    listed = ", ".join(wrong)
    score = 1 - len(wrong) / len(names)
    for mistake, numbers in _mistakes().items():
        if all(_near(found[name], numbers[name]) for name in names) and mistake.strip():
            checks.fail(f"wrong: {listed}; {mistake.strip()}.", mistake.strip(), score)
    if all(_near(found[name], right[name], 0.06) for name in wrong):
        checks.fail(f"not exact enough: {listed}; at least four significant digits are asked for.", "rounded", score)
    checks.fail(f"wrong: {listed}.", score=score)


def _near(found: float, right: float, rtol: float = RTOL) -> bool:
    return abs(found - right) <= rtol * abs(right)


def _mistakes() -> dict[str, Numbers]:
    """Name → all 16 numbers as they come out with this mistake."""
    swapped = np.array([0, 2, 1, 3])
    shared = _numbers()
    for layer in "ho":
        total = shared[f"db_{layer}1"] + shared[f"db_{layer}2"]
        shared[f"db_{layer}1"] = shared[f"db_{layer}2"] = total
    return {
        "it is the derivative of the quadratic cost, not of the cross-entropy": _numbers(slope_o=_slope),
        "the factor ½ of the quadratic cost is missing, and the cost is another one": _numbers(
            slope_o=lambda o: 2 * _slope(o)
        ),
        "the sign is wrong: it is target minus output": _numbers(factor=-1),
        "the cost is averaged over the two outputs instead of summed": _numbers(factor=0.5),
        "the derivative of the hidden sigmoid is missing": _numbers(slope_h=np.ones_like),
        "the hidden sigmoid's derivative is taken at the activation": _numbers(slope_h=lambda h: _slope(_sigmoid(h))),
        "the error goes down through the transposed weights (w6 and w7 are exchanged)": _numbers(back=np.transpose),
        "only one output sends its error down": _numbers(back=lambda w: w * np.eye(2)),
        "w5 … w8 were updated before the error went down (with η = 0.5)": _numbers(rate=0.5),
        "the weights are numbered by the neuron they come from, not as drawn": _numbers(order=swapped),
        "w2 and w3 (w6 and w7) are exchanged in the result": _numbers(result=swapped),
        "the biases are left out of the forward pass": _numbers(bias=0.0),
        "the sigmoid is missing in the forward pass": _numbers(activate=np.positive),
        "the sigmoid of the output is missing": _numbers(activate_o=np.positive),
        "a bias counts as shared by its layer and adds up both derivatives; here each neuron has its own": shared,
        "the derivative by a bias holds the bias as a factor": _numbers(bias_factor=True),
        "the derivative by a weight is the error alone, without the neuron it comes from": _numbers(inputs=False),
    }


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
    """The 16 numbers when one step is taken otherwise; matrices have the shape (to, from)."""
    x, t, w, b = (np.array(FIGURE[name]) for name in ("x", "t", "w", "b"))
    keep = np.arange(4) if order is None else order
    W1, W2 = w[:4][keep].reshape(2, 2), w[4:][keep].reshape(2, 2)
    h = (activate or _sigmoid)(W1 @ x + bias * b[:2])
    o = (activate_o or activate or _sigmoid)(W2 @ h + bias * b[2:])
    delta_o = factor * (o - t) * (slope_o(o) if slope_o else 1)
    delta_h = back(W2 - rate * np.outer(delta_o, h)).T @ delta_o * (slope_h or _slope)(h)
    places = np.arange(4) if result is None else result
    dW1 = np.outer(delta_h, x if inputs else np.ones(2)).ravel()[keep][places]
    dW2 = np.outer(delta_o, h if inputs else np.ones(2)).ravel()[keep][places]
    db = np.concatenate([delta_h, delta_o]) * (b if bias_factor else 1)
    found = {f"dw{k}": value for k, value in enumerate([*dW1, *dW2], start=1)}
    found |= dict(zip(("delta_h1", "delta_h2", "delta_o1", "delta_o2"), [*delta_h, *delta_o], strict=True))
    return found | dict(zip(("db_h1", "db_h2", "db_o1", "db_o2"), db, strict=True))


def _sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def _slope(a: Any) -> Any:
    """σ′ in terms of the activation."""
    return a * (1 - a)
