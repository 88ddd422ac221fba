"""1.3: gradients of the toy convnet when some of its parameters are zero."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import toy
from tests.convnets.hidden import catalogue
from tests.convnets.hidden.toy_values import vector

pytestmark = pytest.mark.task("zero_init")

GRADIENTS = ["dl_dw1", "dl_dw2", "dl_du"]


@pytest.mark.task("zero_init", weight=1)
def test_all_parameters_zero(student, rng):
    """When all parameters are zero (the defaults), all gradients are zero, whatever the sample is."""
    for _ in range(2):
        x, y = _sample(rng)
        gradients = _arrays(student.zero_init_gradients(x, y))
        _require_zeros(gradients, "where all parameters are zero")


@pytest.mark.task("zero_init", weight=3)
@pytest.mark.parametrize("label", ["positive", "negative"])
def test_only_u_zero(student, rng, label):
    """When only u is zero, the filters get zero gradients, and dl_du is −2y times the pooled values."""
    for number, position in product((0, 1), (1, 2)):
        x, y, model = _alive(rng, number, position)
        model["u"] = np.zeros(4)
        y = abs(y) if label == "positive" else -abs(y)
        w1, w2, du = _arrays(student.zero_init_gradients(x, y, model["w1"], model["w2"], model["u"]))
        _require_zeros([w1, w2], "where u is zero")
        checks.close(
            du,
            -2 * y * toy.forward(model, x[None]).m[0],
            "dl_du where u is zero",
            candidates=_wrong_u(model, x, y),
        )


def _wrong_u(model: dict[str, np.ndarray], x: np.ndarray, y: float) -> list[tuple[checks.Mistake, np.ndarray]]:
    """Each mistake with the gradient of u that it leads to."""
    right = toy.forward(model, x[None])
    m, o = right.m[0], right.o[0]
    flipped = {name: value[::-1] for name, value in model.items()}
    return [
        (catalogue.ZERO_WITH_U_ZERO, 0 * m),
        (catalogue.P_MINUS_Y_SIGN, 2 * y * m),
        (catalogue.FACTOR_TWO, -y * m),
        (catalogue.LABEL_LEFT_OUT, -2 * m),
        (catalogue.NOT_FLIPPED, -2 * y * toy.forward(flipped, x[None]).m[0]),
        (catalogue.MEAN_POOLING, -2 * y * o.reshape(4, 2).mean(axis=1)),
        (catalogue.NO_RELU, -2 * y * right.z[0].reshape(4, 2).max(axis=1)),
        (catalogue.SINGLE_ENTRIES, -2 * y * o[:, ::2].ravel()),
    ]


@pytest.mark.task("zero_init", weight=2)
def test_only_filters_zero(student, rng):
    """When only the filters are zero, all gradients are zero: m is zero, and so is the derivative of ReLU at 0."""
    x, y = _sample(rng)
    gradients = _arrays(student.zero_init_gradients(x, y, np.zeros(3), np.zeros(3), rng.normal(size=4)))
    _require_zeros(gradients, "where both filters are zero")


def _sample(rng: np.random.Generator) -> tuple[np.ndarray, float]:
    return rng.normal(0, 2, 4), float(rng.uniform(1, 3) * rng.choice([-1, 1]))


def _alive(rng: np.random.Generator, number: int, position: int) -> tuple[np.ndarray, float, dict[str, np.ndarray]]:
    """A sample, its label, and filters for which three or four pooled values are positive and no pair is equal.

    ReLU cuts at least one whole pair. The largest value of filter ``number`` is at ``position``, next to the border
    of its pair, so that wrong pairs show. For some samples no filters do this, so both are drawn together.
    """
    while True:
        x, y = _sample(rng)
        model = toy.random_model(rng)
        values = toy.forward(model, x[None])
        ranked = np.sort(values.o[0, number])
        at_border = values.o[0, number].argmax() == position and ranked[-1] > ranked[-2] + 0.1
        if at_border and (values.m > 0.1).sum() >= 3 and values.z.reshape(-1, 2).max(axis=1).min() < -0.1:
            return x, y, model


def _arrays(returned: Any) -> list[np.ndarray]:
    """The three gradients, flat."""
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail(catalogue.NOT_THREE_VALUES(function="zero_init_gradients", names=", ".join(GRADIENTS)))
    return [vector(value, size, name) for name, value, size in zip(GRADIENTS, returned, (3, 3, 4), strict=True)]


def _require_zeros(gradients: list[np.ndarray], where: str) -> None:
    wrong = [name for name, value in zip(GRADIENTS, gradients, strict=False) if np.abs(value).max() > 1e-9]
    if wrong:
        checks.fail(catalogue.NOT_ZERO(where=where), wrong)
