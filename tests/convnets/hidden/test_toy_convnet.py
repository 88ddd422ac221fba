"""2.4: forward and backward pass of the toy convnet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks import Mistake, Statement
from autograder.checks.catalogue import values as kinds
from solutions.convnets import toy
from tests.convnets.hidden import catalogue, toy_mistakes
from tests.convnets.hidden.toy_values import plain

pytestmark = pytest.mark.task("toy_convnet")

KEYS = ("x", "o1", "o2", "m", "m_argmax", "p")
GRADIENTS = ["dl_dw1", "dl_dw2", "dl_du"]
Mistakes = list[tuple[Mistake | Statement, list[np.ndarray]]]
"""Mistakes with the three gradients that each leads to."""


@pytest.mark.task("toy_convnet", weight=2)
@pytest.mark.parametrize("samples", [6, 1])
def test_forward_values(student, rng, samples):
    """o1, o2, m and p are right: true convolution with zeros at both ends, ReLU, maxima of pairs, and u·m."""
    model, x, _ = case(rng, samples)
    values = student.probe("forward_pass", model, x)["fwd"]
    checks.keys(values, KEYS, "the result of forward")
    right = toy.forward(model, x)
    passes = [(mistake, toy_mistakes.forward(model, x, steps)) for mistake, steps in toy_mistakes.FORWARD]
    expected = {"o1": right.o[:, 0], "o2": right.o[:, 1], "m": right.m, "p": right.p}
    wrong = {
        "o1": [(mistake, wrongly.o[:, 0]) for mistake, wrongly in passes],
        "o2": [(mistake, wrongly.o[:, 1]) for mistake, wrongly in passes] + [(catalogue.O2_WITH_W1, right.o[:, 0])],
        "m": [(mistake, wrongly.m) for mistake, wrongly in passes] + _pools(right),
        "p": [(mistake, wrongly.p) for mistake, wrongly in passes],
    }
    for key, value in expected.items():
        checks.close(_rows(values[key], value.shape, key), value, key, candidates=wrong[key])


@pytest.mark.task("toy_convnet", weight=1)
def test_places_of_the_maxima(student, rng):
    """m_argmax is the position of each maximum, in its pair or in the row; of two equal entries, either is right."""
    model, x = _unlike_correlation(rng, 9)
    values = student.probe("forward_pass", model, x)["fwd"]
    checks.keys(values, ("m_argmax",), "the result of forward")
    places = checks.array(_rows(values["m_argmax"], (9, 4), "m_argmax"), (9, 4), "m_argmax")
    right = toy.forward(model, x)
    pairs = right.o.reshape(9, 4, 2)
    for start in ([0, 0, 0, 0], [0, 2, 0, 2], [0, 2, 4, 6]):  # counted in the pair, in the row, in both rows
        inside = places - start
        if np.isin(inside, (0, 1)).all():
            chosen = np.take_along_axis(pairs, inside.astype(int)[:, :, None], axis=2)[:, :, 0]
            if np.allclose(chosen, right.m, rtol=1e-4, atol=1e-9):
                return
    checks.fail(catalogue.WRONG_PLACES, "m_argmax")


@pytest.mark.task("toy_convnet", weight=4)
@pytest.mark.parametrize("samples", [1, 5, 32])
def test_gradients_of_the_mean_squared_error(student, rng, samples):
    """dl_dw1, dl_dw2 and dl_du are the gradients of the batch's mean squared error, for batches of any size."""
    model, x, y = case(rng, samples)
    compare(student.probe("backward_pass", model, x, y)["gradients"], model, x, y)


@pytest.mark.task("toy_convnet", weight=2)
def test_gradients_with_zeros_and_pairs_without_a_maximum(student, rng):
    """The gradients are right if the inputs hold zeros and if ReLU cuts off both entries of a pair."""
    model, x, y = case(rng, 12, zeros=True)
    compare(student.probe("backward_pass", model, x, y)["gradients"], model, x, y)


@pytest.mark.task("toy_convnet", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """forward and backprop do not change the model, the inputs and the labels."""
    model, x, y = case(rng, 6)
    after = student.probe("backward_pass", model, x, y)
    checks.keys(after["model"], toy.NAMES, "the model after backprop")
    for name in toy.NAMES:
        checks.not_mutated(model[name], after["model"][name], f"model['{name}']")
    checks.not_mutated(x, after["x"], "x")
    checks.not_mutated(y, after["y"], "y")


def case(
    rng: np.random.Generator, samples: int, zeros: bool = False
) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """A model, inputs and labels without ties or pre-activations near 0. Every mistake changes their gradients."""
    while True:
        model = toy.random_model(rng, 1.2)
        x, y = 5 * (rng.random((samples, 4)) - 0.5), rng.normal(0, 2, samples)
        if zeros:
            x[::3, 1], x[1::3, 2:] = 0, 0
        if telling(model, x, y):
            return model, x, y


def _unlike_correlation(rng: np.random.Generator, samples: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """A model and inputs for which filters that are not flipped have some of their maxima at other positions."""
    while True:
        model, x, _ = case(rng, samples)
        correlation = replace(toy_mistakes.RIGHT, patches=toy_mistakes.unflipped_rows)
        right, other = toy.forward(model, x), toy_mistakes.forward(model, x, correlation)
        places = other.o.reshape(samples, 4, 2).argmax(axis=2)[:, :, None]
        chosen = np.take_along_axis(right.o.reshape(samples, 4, 2), places, axis=2)[:, :, 0]
        if (chosen < right.m - 1e-2).any():
            return model, x


def telling(model: dict, x: np.ndarray, y: np.ndarray) -> bool:
    """Whether no value is near a kink, no gradient is near zero, and every mistake changes the gradients."""
    values = toy.forward(model, x)
    pairs = values.z.reshape(-1, 2)
    gaps = np.abs(pairs[:, 0] - pairs[:, 1])[pairs.max(axis=1) > 0]
    near = min(np.abs(values.z[values.z != 0]).min(initial=1), gaps.min(initial=1)) < 1e-3
    right = toy.gradients(model, x, y)
    if near or any(np.abs(gradient).max() < 0.02 for gradient in right) or not np.abs(values.p).min() > 1e-3:
        return False
    mistakes = toy_mistakes.gradient_mistakes(model, x, y)
    return not any(_near(wrong, right, 1e-2) for _, wrong in mistakes)


def compare(returned: Any, model: dict, x: np.ndarray, y: np.ndarray) -> None:
    """The gradients of backprop are right. Half of the marks if only the direction of the filters is wrong."""
    right = toy.gradients(model, x, y)
    mistakes = toy_mistakes.gradient_mistakes(model, x, y)
    compare_with(returned, right, mistakes, GRADIENTS, len(x), [model[name] for name in toy.NAMES])


HALF_OF_THE_MARKS = [
    (catalogue.GRADIENTS_REVERSED, catalogue.GRADIENTS_REVERSED_HALF, 2),
    (catalogue.NOT_FLIPPED, catalogue.NOT_FLIPPED_HALF, 3),
]
"""Mistakes that earn half of the marks, each with the entry that says so and how many gradients it makes wrong."""


def compare_with(
    returned: Any,
    right: list,
    mistakes: Mistakes,
    names: list[str],
    batch_size: int,
    parameters: list,
    rtol: float = 1e-4,
) -> None:
    """``network_gradients``, after the mistakes that earn half of the marks and single numbers for whole gradients."""
    if isinstance(returned, dict):
        checks.fail(catalogue.GRADIENTS_IN_DICTIONARY(function="backprop", names=", ".join(GRADIENTS)))
    if isinstance(returned, (list, tuple)) and len(returned) == 3:
        for confirmed, entry, count in HALF_OF_THE_MARKS:
            for wrong in (gradients for mistake, gradients in mistakes if mistake == confirmed):
                if not _near(wrong, right, 1e-2) and _near(returned, wrong, rtol):
                    checks.fail(entry, names[:count], score=0.5)
        for value, name in zip(returned, names, strict=True):
            if plain(value, name).size == 1:
                checks.fail(kinds.NOT_AN_ARRAY, name)
    options: dict[str, Any] = {"batch_size": batch_size, "parameters": parameters, "names": names}
    checks.network_gradients(returned, right, mistakes=mistakes, rtol=rtol, atol=1e-9, **options)


def _near(gradients: Any, others: list[np.ndarray], rtol: float) -> bool:
    """Whether three gradients are equal, up to their shapes."""
    for value, other in zip(gradients, others, strict=True):
        values = plain(value, "a gradient")
        if values.size != other.size or values.dtype.kind not in "fiu":
            return False
        if not np.abs(values.reshape(-1) - other).max() <= rtol * np.abs(other).max() + 1e-9:
            return False
    return True


def _rows(value: Any, shape: tuple[int, ...], what: str) -> np.ndarray:
    """The value in the shape that is asked for. (n, 1) for (n,) is accepted, and so are samples as columns."""
    values = plain(value, what)
    if values.shape == shape or values.dtype.kind not in "fiu":
        return values
    if len(shape) == 1 and values.size == shape[0]:
        return values.reshape(shape)
    if len(shape) == 2 and shape[0] != shape[1]:
        if values.shape == shape[::-1]:
            return values.T
        if values.ndim == 3 and values.size == shape[0] * shape[1] and values.shape[0] == shape[0]:
            return values.reshape(shape)  # (n, 2, 2)
    if values.size == 0:
        checks.shape(values, shape, what)
    return values


def _pools(right: toy.Forward) -> list[tuple[Mistake, np.ndarray]]:
    """Other values of the same shape that students take for m."""
    pooled = right.m.reshape(-1, 2, 2)
    return [
        (catalogue.MAX_OVER_FILTERS, right.o.max(axis=1)),
        (catalogue.PAIR_BY_PAIR, pooled.swapaxes(1, 2).reshape(-1, 4)),
        (catalogue.FILTERS_SWAPPED, pooled[:, ::-1].reshape(-1, 4)),
    ]
