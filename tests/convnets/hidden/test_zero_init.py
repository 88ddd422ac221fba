"""1.3: gradients of the toy convnet where parameters are zero."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import toy
from tests.convnets.hidden.toy_values import vector

pytestmark = pytest.mark.task("zero_init")

GRADIENTS = ["dl_dw1", "dl_dw2", "dl_du"]


@pytest.mark.task("zero_init", weight=1)
def test_all_parameters_zero(student, rng):
    """Where everything is zero, all gradients are zero, whatever the sample; the zeros are the defaults."""
    for _ in range(2):
        x, y = _sample(rng)
        found = _arrays(student.zero_init_gradients(x, y))
        _all_zero(found, "where all parameters are zero")


@pytest.mark.task("zero_init", weight=3)
@pytest.mark.parametrize("label", ["positive", "negative"])
def test_only_u_zero(student, rng, label):
    """Where only u is zero, the filters get nothing and dl_du is −2y times the pooled values."""
    for number, place in product((0, 1), (1, 2)):
        x, y, model = _alive(rng, number, place)
        model["u"] = np.zeros(4)
        y = abs(y) if label == "positive" else -abs(y)
        w1, w2, du = _arrays(student.zero_init_gradients(x, y, model["w1"], model["w2"], model["u"]))
        _all_zero([w1, w2], "of the filters, where u is zero")
        checks.close(
            du,
            -2 * y * toy.forward(model, x[None]).m[0],
            "dl_du where u is zero",
            candidates=_wrong_u(model, x, y),
        )


def _wrong_u(model: dict[str, np.ndarray], x: np.ndarray, y: float) -> dict[str, np.ndarray]:
    """Gradients of u by the mistakes that lead to them."""
    right = toy.forward(model, x[None])
    m, o = right.m[0], right.o[0]
    flipped = {name: value[::-1] for name, value in model.items()}
    return {
        "it is zero: with u = 0 the pooled values do not vanish": 0 * m,
        "the sign is wrong: p − y is −y": 2 * y * m,
        "the factor 2 of the squared error is missing": -y * m,
        "the label is left out": -2 * m,
        "the filters are not flipped: this is a cross-correlation": -2 * y * toy.forward(flipped, x[None]).m[0],
        "the means of the pairs are taken instead of their maxima": -2 * y * o.reshape(4, 2).mean(axis=1),
        "the ReLU is missing": -2 * y * right.z[0].reshape(4, 2).max(axis=1),
        "it is made of single entries instead of the maxima": -2 * y * o[:, ::2].ravel(),
    }


@pytest.mark.task("zero_init", weight=2)
def test_only_filters_zero(student, rng):
    """Where only the filters are zero, all gradients are zero: m is, and the derivative of ReLU at 0 is 0."""
    x, y = _sample(rng)
    found = _arrays(student.zero_init_gradients(x, y, np.zeros(3), np.zeros(3), rng.normal(size=4)))
    _all_zero(found, "where both filters are zero")


def _sample(rng: np.random.Generator) -> tuple[np.ndarray, float]:
    return rng.normal(0, 2, 4), float(rng.uniform(1, 3) * rng.choice([-1, 1]))


def _alive(rng: np.random.Generator, number: int, place: int) -> tuple[np.ndarray, float, dict[str, np.ndarray]]:
    """A sample, its label, and filters for which three or four pooled values are positive and no pair is equal.

    One place at least is cut. The largest value of filter ``number`` stands at ``place``, beside the border of its
    pair, which so shows. There are samples for which no filters give this: both are drawn together.
    """
    while True:
        x, y = _sample(rng)
        model = toy.random_model(rng)
        found = toy.forward(model, x[None])
        ranked = np.sort(found.o[0, number])
        at_border = found.o[0, number].argmax() == place and ranked[-1] > ranked[-2] + 0.1
        if at_border and (found.m > 0.1).sum() >= 3 and found.z.reshape(-1, 2).max(axis=1).min() < -0.1:
            return x, y, model


def _arrays(found: Any) -> list[np.ndarray]:
    """The three gradients, flat."""
    if not isinstance(found, (list, tuple)) or len(found) != 3:
        checks.fail(f"zero_init_gradients does not return three gradients: {', '.join(GRADIENTS)}.")
    return [vector(value, size, name) for name, value, size in zip(GRADIENTS, found, (3, 3, 4), strict=True)]


def _all_zero(found: list[np.ndarray], where: str) -> None:
    wrong = [name for name, value in zip(GRADIENTS, found, strict=False) if np.abs(value).max() > 1e-9]
    if wrong:
        checks.fail(f"{' and '.join(wrong)} should be zero {where}.", "gradient not zero")
