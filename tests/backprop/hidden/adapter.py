"""Brings what the adapter returns into one form: W (in, out), b (out,), rows are samples.

The ``check_…`` functions are strict: they say which function of the adapter returned what, and what it should return.
The other functions accept whatever can be understood, so that a wrong adapter fails its own test and not every other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from autograder import checks
from tests.backprop.hidden import catalogue_adapter as catalogue

Parameters = list[tuple[np.ndarray, np.ndarray]]
KNOWN = ("relu", "tanh", "sigmoid")


def activations(student: Any) -> list[str]:
    """The hidden activations that the student supports, in the order of ``KNOWN``."""
    names = student.ACTIVATIONS()
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, (list, tuple)) or not names or not set(names) <= set(KNOWN):
        checks.fail(catalogue.ACTIVATIONS_UNKNOWN)
    return [name for name in KNOWN if name in names]


def draw(rng: np.random.Generator, sizes: tuple[int, ...], scale: float = 0.6) -> Parameters:
    """Draw parameters with W (in, out); biases are not zero, so that a forgotten bias changes the result."""
    return [(scale * rng.normal(size=(i, o)), scale * rng.normal(size=o)) for i, o in pairwise(sizes)]


LEAST = 0.05
"""Least probability of a label that a test draws: there, log(p + 1e-6) differs from log(p) by 2e-5."""


def draw_labels(rng: np.random.Generator, parameters: Parameters, x: np.ndarray, name: str) -> np.ndarray | None:
    """Draw labels for which correct code in float32, or with log(p + 1e-6), gives the same as float64 on this batch.

    No label has a small probability. None where that is not enough: where a pre-activation is within rounding of
    ReLU's kink, or the network is so sure of all labels that p − 1 loses its digits.
    """
    a = x
    for W, b in parameters[:-1]:
        z = a @ W + b
        if name == "relu" and np.abs(z).min() < 1e-4:
            return None
        a = {"relu": np.maximum(z, 0), "tanh": np.tanh(z), "sigmoid": 1 / (1 + np.exp(-z))}[name]
    scores = a @ parameters[-1][0] + parameters[-1][1]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    y = np.where(p > LEAST, rng.uniform(size=p.shape), -1).argmax(axis=1)
    return y if p[np.arange(len(y)), y].min() < 0.9 else None


def draw_clear(
    rng: np.random.Generator, sizes: tuple[int, ...], name: str, samples: int, scale: float = 0.6
) -> tuple[np.ndarray, np.ndarray, Parameters]:
    """Draw (x, y, parameters) with entries of either sign until they are clear of rounding."""
    while True:
        x, parameters = rng.normal(size=(samples, sizes[0])), draw(rng, sizes, scale)
        y = draw_labels(rng, parameters, x, name)
        if y is not None:
            return x, y, parameters


def check_parameters(parameters: Any, order: Any, sizes: tuple[int, ...]) -> None:
    """``get_parameters`` returns a list of pairs whose shapes are those that WEIGHTS_ARE promises."""
    if order not in ("in_out", "out_in"):
        checks.fail(catalogue.WEIGHTS_ARE_UNKNOWN)
    pairs = _pairs(parameters, len(sizes) - 1)
    for layer, ((W, b), (fan_in, fan_out)) in enumerate(zip(pairs, pairwise(sizes), strict=True), 1):
        expected = (fan_in, fan_out) if order == "in_out" else (fan_out, fan_in)
        if np.shape(W) != expected:
            shapes = {"found": str(np.shape(W)), "expected": str(expected), "layer": str(layer), "order": order}
            if np.shape(W) == expected[::-1]:
                checks.fail(catalogue.WEIGHT_TRANSPOSED(other="out_in" if order == "in_out" else "in_out", **shapes))
            checks.fail(catalogue.WEIGHT_SHAPE(**shapes))
        if np.size(b) != fan_out or sum(length != 1 for length in np.shape(b)) > 1:
            checks.fail(catalogue.BIAS_SHAPE(found=str(np.shape(b)), layer=str(layer), expected=f"({fan_out},)"))


def _pairs(parameters: Any, layers: int) -> list[Any]:
    _require_list(parameters, layers)
    if not all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in parameters):
        checks.fail(catalogue.PARAMETERS_NO_PAIRS)
    return list(parameters)


def _require_list(parameters: Any, layers: int) -> None:
    if not isinstance(parameters, (list, tuple)):
        checks.fail(catalogue.PARAMETERS_NO_LIST(found=f"a {type(parameters).__name__}", layers=layers))
    if len(parameters) != layers:
        checks.fail(catalogue.PARAMETERS_NO_LIST(found=f"{len(parameters)} entries", layers=layers))


def standard(parameters: Any, sizes: tuple[int, ...], order: str = "in_out") -> Parameters:
    """Pairs with W (in, out) and b (out,), whichever way round they came; ``order`` decides for square W."""
    _require_list(parameters, len(sizes) - 1)
    pairs = []
    for layer, (pair, (fan_in, fan_out)) in enumerate(zip(parameters, pairwise(sizes), strict=True), 1):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            checks.fail(catalogue.LAYER_NO_PAIR(layer=str(layer)))
        W = checks.array(pair[0], None, f"the adapter's get_parameters: W of layer {layer}")
        b = checks.array(pair[1], None, f"the adapter's get_parameters: b of layer {layer}")
        if W.shape == (fan_out, fan_in) and (fan_in != fan_out or order == "out_in"):
            W = W.T
        if W.shape != (fan_in, fan_out) or b.size != fan_out:
            shapes = {"weights": str(np.shape(pair[0])), "biases": str(np.shape(pair[1])), "layer": str(layer)}
            checks.fail(catalogue.PARAMETER_SHAPES(inputs=fan_in, outputs=fan_out, **shapes))
        pairs.append((W, b.reshape(-1)))
    return pairs


def check_set(before: Any, after: Any, wanted: Parameters, sizes: tuple[int, ...]) -> None:
    """``set_parameters`` sets the parameters: afterwards ``get_parameters`` returns what was set."""
    layers = zip(standard(before, sizes), standard(after, sizes), wanted, strict=True)
    for layer, (old_pair, new_pair, wanted_pair) in enumerate(layers, 1):
        for kind, old, new, right in zip("Wb", old_pair, new_pair, wanted_pair, strict=True):
            if np.allclose(new, right, rtol=1e-5, atol=1e-6):
                continue
            entry = catalogue.OLD_PARAMETERS_KEPT if np.array_equal(old, new) else catalogue.OTHER_PARAMETERS_SET
            checks.fail(entry(parameter=kind, layer=str(layer)))


def probabilities_of(answer: Any, samples: int, classes: int) -> np.ndarray:
    """Probabilities (N, classes), also from a network whose samples are columns."""
    table = checks.array(answer, None, "the result of predict_proba")
    if table.shape == (classes, samples) and classes != samples:
        return table.T
    return checks.array(table, (samples, classes), "the result of predict_proba")


def check_probabilities(answer: Any, samples: int, classes: int) -> None:
    """``predict_proba`` returns one row of probabilities for each sample."""
    shape = np.shape(answer)
    if shape == (classes, samples) and classes != samples:
        checks.fail(catalogue.SAMPLES_IN_COLUMNS(found=str(shape), expected=f"({samples}, {classes})"))
    table = checks.array(answer, (samples, classes), "the result of the adapter's predict_proba")
    if not np.allclose(table.sum(axis=1), 1, atol=1e-4):
        checks.fail(catalogue.ROWS_DO_NOT_SUM_TO_1)


@dataclass(frozen=True)
class Answer:
    """Loss and gradients, in one form, for the parameters that the network held."""

    parameters: Parameters
    loss: float
    gradients: list[tuple[np.ndarray, np.ndarray]]


def answer_of(reply: dict, sizes: tuple[int, ...], order: str = "in_out") -> Answer:
    """What the probe ``backward`` replied, read leniently; the parameters are those that the network really held."""
    loss, gradients = check_answer(reply["answer"])
    held = standard(reply["held"], sizes, order=order)
    if len(gradients) != len(held):
        checks.fail(catalogue.WRONG_NUMBER_OF_PAIRS(found=len(gradients), expected=len(held)))
    transposed = _transposed(reply["held"], sizes, order)
    pairs = [
        (np.asarray(dW).T if back else np.asarray(dW), np.asarray(db))
        for (dW, db), back in zip(gradients, transposed, strict=False)
    ]
    return Answer(held, loss, pairs)


def _transposed(held: Any, sizes: tuple[int, ...], order: str) -> list[bool]:
    """Whether the student's W of each layer is (out, in)."""
    layers = zip(held, pairwise(sizes), strict=True)
    return [np.shape(W) == (o, i) and (i != o or order == "out_in") for (W, _), (i, o) in layers]


def check_answer(answer: Any) -> tuple[float, list[Any]]:
    """``loss_and_gradients`` returns a loss and a list of pairs."""
    if not isinstance(answer, (list, tuple)) or len(answer) != 2:
        checks.fail(catalogue.NO_LOSS_AND_GRADIENTS)
    loss = checks.number(answer[0], "the loss of loss_and_gradients")
    if not isinstance(answer[1], (list, tuple)) or not all(
        isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in answer[1]
    ):
        checks.fail(catalogue.GRADIENTS_NO_PAIRS)
    return loss, list(answer[1])
