"""2.4: forward and backward pass of the toy convnet."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import toy
from tests.convnets.hidden import toy_mistakes
from tests.convnets.hidden.toy_mistakes import CORRELATION, FORWARD, REVERSED
from tests.convnets.hidden.toy_values import plain

pytestmark = pytest.mark.task("toy_convnet")

KEYS = ("x", "o1", "o2", "m", "m_argmax", "p")
GRADIENTS = ["dl_dw1", "dl_dw2", "dl_du"]


@pytest.mark.task("toy_convnet", weight=2)
@pytest.mark.parametrize("samples", [6, 1])
def test_forward_values(student, rng, samples):
    """o1, o2, m and p are those of the network: true convolution with zeros at the ends, ReLU, maxima of pairs, u·m."""
    model, x, _ = case(rng, samples)
    found = student.probe("forward_pass", model, x)["fwd"]
    checks.keys(found, KEYS, "the result of forward")
    right = toy.forward(model, x)
    made = {told: toy_mistakes.forward(model, x, way) for told, way in FORWARD.items()}
    expected = {"o1": right.o[:, 0], "o2": right.o[:, 1], "m": right.m, "p": right.p}
    wrong = {
        "o1": {told: one["o"][:, 0] for told, one in made.items()},
        "o2": {told: one["o"][:, 1] for told, one in made.items()} | {"it is made with w1": right.o[:, 0]},
        "m": {told: one["m"] for told, one in made.items()} | _pools(right),
        "p": {told: one["p"] for told, one in made.items()},
    }
    for key, value in expected.items():
        checks.close(_rows(found[key], value.shape, key), value, key, candidates=wrong[key], lists_ok=True)


@pytest.mark.task("toy_convnet", weight=1)
def test_places_of_the_maxima(student, rng):
    """m_argmax says where each maximum stands, in its pair or in the row; where both are equal, either will do."""
    model, x = _unlike_correlation(rng, 9)
    found = student.probe("forward_pass", model, x)["fwd"]
    checks.keys(found, ("m_argmax",), "the result of forward")
    places = checks.array(_rows(found["m_argmax"], (9, 4), "m_argmax"), (9, 4), "m_argmax", lists_ok=True)
    right = toy.forward(model, x)
    pairs = right.o.reshape(9, 4, 2)
    for start in ([0, 0, 0, 0], [0, 2, 0, 2], [0, 2, 4, 6]):  # counted in the pair, in the row, in both rows
        inside = places - start
        if np.isin(inside, (0, 1)).all():
            chosen = np.take_along_axis(pairs, inside.astype(int)[:, :, None], axis=2)[:, :, 0]
            if np.allclose(chosen, right.m, rtol=1e-4, atol=1e-9):
                return
    checks.fail("m_argmax does not point at the maxima.", "wrong places")


@pytest.mark.task("toy_convnet", weight=4)
@pytest.mark.parametrize("samples", [1, 5, 32])
def test_gradients_of_the_mean_squared_error(student, rng, samples):
    """dl_dw1, dl_dw2 and dl_du are the gradients of the batch's mean squared error, for batches of any size."""
    model, x, y = case(rng, samples)
    compare(student.probe("backward_pass", model, x, y)["gradients"], model, x, y)


@pytest.mark.task("toy_convnet", weight=2)
def test_gradients_with_zeros_and_pairs_without_a_maximum(student, rng):
    """The gradients are right for inputs that hold zeros, and where both entries of a pair are cut off by ReLU."""
    model, x, y = case(rng, 12, zeros=True)
    compare(student.probe("backward_pass", model, x, y)["gradients"], model, x, y)


@pytest.mark.task("toy_convnet", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """Model, inputs and labels are not changed by forward and backprop."""
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
    """A model, inputs and labels without ties and without pre-activations near 0, whose every mistake is visible."""
    while True:
        model = toy.random_model(rng, 1.2)
        x, y = 5 * (rng.random((samples, 4)) - 0.5), rng.normal(0, 2, samples)
        if zeros:
            x[::3, 1], x[1::3, 2:] = 0, 0
        if telling(model, x, y):
            return model, x, y


def _unlike_correlation(rng: np.random.Generator, samples: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """A model and inputs where filters that are not flipped have some of their maxima at other places."""
    while True:
        model, x, _ = case(rng, samples)
        right, other = toy.forward(model, x), toy_mistakes.forward(model, x, FORWARD[CORRELATION])
        places = other["o"].reshape(samples, 4, 2).argmax(axis=2)[:, :, None]
        chosen = np.take_along_axis(right.o.reshape(samples, 4, 2), places, axis=2)[:, :, 0]
        if (chosen < right.m - 1e-2).any():
            return model, x


def telling(model: dict, x: np.ndarray, y: np.ndarray) -> bool:
    found = toy.forward(model, x)
    pairs = found.z.reshape(-1, 2)
    gaps = np.abs(pairs[:, 0] - pairs[:, 1])[pairs.max(axis=1) > 0]
    near = min(np.abs(found.z[found.z != 0]).min(initial=1), gaps.min(initial=1)) < 1e-3
    right = toy.gradients(model, x, y)
    if near or any(np.abs(one).max() < 0.02 for one in right) or not np.abs(found.p).min() > 1e-3:
        return False
    mistakes = toy_mistakes.mistakes_by_name(model, x, y).values()
    return not any(_near(wrong, right, 1e-2) for wrong in mistakes)


def compare(found: Any, model: dict, x: np.ndarray, y: np.ndarray) -> None:
    """Half of the marks where only the direction of the filters is wrong."""
    right = toy.gradients(model, x, y)
    mistakes = toy_mistakes.mistakes_by_name(model, x, y)
    compare_with(found, right, mistakes, GRADIENTS, len(x), [model[name] for name in toy.NAMES])


def compare_with(
    found: Any, right: list, mistakes: dict[str, list], names: list[str], batch_size: int, parameters: list, rtol=1e-4
) -> None:
    """``network_gradients``, after what gets half of the marks and what has no gradient's shape."""
    if isinstance(found, dict):
        checks.fail(f"backprop returns a dictionary; return {', '.join(GRADIENTS)}.", "no tuple")
    if isinstance(found, (list, tuple)) and len(found) == 3:
        for told in (REVERSED, CORRELATION):
            if told in mistakes and not _near(mistakes[told], right, 1e-2) and _near(found, mistakes[told], rtol):
                checks.fail(f"{told}; half of the marks.", "reversed filter gradient", score=0.5)
        for value, one, name in zip(found, right, names, strict=True):
            if plain(value, name).size == 1:
                checks.fail(
                    f"{name} is a single number; a number for each of {one.size} entries is expected.", "scalar"
                )
    options: dict[str, Any] = {"mistakes": mistakes, "batch_size": batch_size, "parameters": parameters, "names": names}
    try:
        checks.network_gradients(found, right, rtol=rtol, atol=1e-9, **options)
    except checks.CheckFailed as failed:  # blanks at the end let several values bear one name
        sentence = re.sub(" +(?=[.,])", "", failed.sentence)
        checks.fail(sentence, failed.diagnosis.strip(), failed.score, failed.detail)


def _near(found: Any, others: list[np.ndarray], rtol: float) -> bool:
    """Whether three gradients are equal, up to their shapes."""
    for value, other in zip(found, others, strict=True):
        values = plain(value, "a gradient")
        if values.size != other.size or values.dtype.kind not in "fiu":
            return False
        if not np.abs(values.reshape(-1) - other).max() <= rtol * np.abs(other).max() + 1e-9:
            return False
    return True


def _rows(value: Any, shape: tuple[int, ...], what: str) -> np.ndarray:
    """The value in the shape that is asked for: (n, 1) for (n,), and samples as columns, are as good."""
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


def _pools(right: toy.Forward) -> dict[str, np.ndarray]:
    """Other values of the same shape that get called m."""
    return {
        "it is the larger of o1 and o2 at each place; the maxima are to be taken over pairs of one filter": right.o.max(
            axis=1
        ),
        "the order is pair by pair; it should be filter by filter": right.m.reshape(-1, 2, 2)
        .swapaxes(1, 2)
        .reshape(-1, 4),
        "the filters are in the wrong order": right.m.reshape(-1, 2, 2)[:, ::-1].reshape(-1, 4),
    }
