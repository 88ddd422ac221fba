"""What the adapter gives, brought into one form: W (in, out), b (out,), rows are samples.

The strict checks say which function of the adapter gives what, and what is expected; the lenient reading takes what can
be understood all the same, so that a wrong adapter costs its own test and not every other.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from autograder import checks

Parameters = list[tuple[np.ndarray, np.ndarray]]
KNOWN = ("relu", "tanh", "sigmoid")


def activations(student: Any) -> list[str]:
    """The hidden activations that the student supports."""
    names = student.ACTIVATIONS()
    if isinstance(names, str):
        names = [names]
    if not isinstance(names, (list, tuple)) or not names or not set(names) <= set(KNOWN):
        checks.fail('ACTIVATIONS is to be a tuple of some of "relu", "tanh" and "sigmoid".', "adapter")
    return [name for name in KNOWN if name in names]


def draw(rng: np.random.Generator, sizes: tuple[int, ...], scale: float = 0.6) -> Parameters:
    """Parameters with W (in, out); biases are not zero, so that a forgotten one shows."""
    return [(scale * rng.normal(size=(i, o)), scale * rng.normal(size=o)) for i, o in pairwise(sizes)]


def clear_of_rounding(parameters: Parameters, x: np.ndarray, y: np.ndarray, name: str) -> bool:
    """Whether honest code in float32, or with log(p + 1e-12), gives what float64 gives on this batch.

    No pre-activation lies within rounding of ReLU's kink, no label's probability is tiny, and the network is not so
    sure of all labels that p − 1 loses its digits.
    """
    a = x
    for W, b in parameters[:-1]:
        z = a @ W + b
        if name == "relu" and np.abs(z).min() < 1e-4:
            return False
        a = {"relu": np.maximum(z, 0), "tanh": np.tanh(z), "sigmoid": 1 / (1 + np.exp(-z))}[name]
    scores = a @ parameters[-1][0] + parameters[-1][1]
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    of_label = (p / p.sum(axis=1, keepdims=True))[np.arange(len(y)), y]
    return bool(of_label.min() > 1e-6 and of_label.min() < 0.9)


def settled(
    rng: np.random.Generator, sizes: tuple[int, ...], name: str, samples: int, scale: float = 0.6
) -> tuple[np.ndarray, np.ndarray, Parameters]:
    """(x, y, parameters) with entries of either sign, clear of rounding."""
    while True:
        x, y = rng.normal(size=(samples, sizes[0])), rng.integers(sizes[-1], size=samples)
        parameters = draw(rng, sizes, scale)
        if clear_of_rounding(parameters, x, y, name):
            return x, y, parameters


def check_parameters(found: Any, order: Any, sizes: tuple[int, ...]) -> None:
    """``get_parameters`` gives a list of pairs whose shapes are those that WEIGHTS_ARE promises."""
    if order not in ("in_out", "out_in"):
        checks.fail('WEIGHTS_ARE is to be "in_out" or "out_in".', "adapter: WEIGHTS_ARE")
    pairs = _pairs(found, len(sizes) - 1)
    for layer, ((W, b), (fan_in, fan_out)) in enumerate(zip(pairs, pairwise(sizes), strict=True), 1):
        expected = (fan_in, fan_out) if order == "in_out" else (fan_out, fan_in)
        if np.shape(W) != expected:
            other = "out_in" if order == "in_out" else "in_out"
            turned = f': transpose it or set WEIGHTS_ARE = "{other}"' if np.shape(W) == expected[::-1] else ""
            checks.fail(
                f"the adapter's get_parameters gives a W of shape {np.shape(W)} for layer {layer}; with "
                f'WEIGHTS_ARE = "{order}" {expected} is expected{turned}.',
                "adapter: get_parameters",
            )
        if np.size(b) != fan_out or sum(length != 1 for length in np.shape(b)) > 1:
            checks.fail(
                f"the adapter's get_parameters gives a b of shape {np.shape(b)} for layer {layer}; ({fan_out},) is "
                "expected.",
                "adapter: get_parameters",
            )


def _pairs(found: Any, layers: int) -> list[Any]:
    if not isinstance(found, (list, tuple)) or len(found) != layers:
        what = f"{len(found)} entries" if isinstance(found, (list, tuple)) else f"a {type(found).__name__}"
        checks.fail(
            f"the adapter's get_parameters gives {what}; a list of {layers} pairs (W, b) is expected, one for each "
            "layer.",
            "adapter: get_parameters",
        )
    if not all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in found):
        checks.fail(
            "the adapter's get_parameters gives a list whose entries are not pairs (W, b).", "adapter: get_parameters"
        )
    return list(found)


def standard(
    found: Any, sizes: tuple[int, ...], what: str = "the adapter's get_parameters", order: str = "in_out"
) -> Parameters:
    """Pairs with W (in, out) and b (out,), whichever way round they came; ``order`` decides for square W."""
    if not isinstance(found, (list, tuple)) or len(found) != len(sizes) - 1:
        count = f"{len(found)} entries" if isinstance(found, (list, tuple)) else f"a {type(found).__name__}"
        checks.fail(f"{what} gives {count}; a list of {len(sizes) - 1} pairs is expected.", "adapter")
    pairs = []
    for layer, (pair, (fan_in, fan_out)) in enumerate(zip(found, pairwise(sizes), strict=True), 1):
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            checks.fail(f"{what} gives no pair for layer {layer}.", "adapter")
        W = checks.array(pair[0], None, f"{what}: W of layer {layer}")
        b = checks.array(pair[1], None, f"{what}: b of layer {layer}")
        if W.shape == (fan_out, fan_in) and (fan_in != fan_out or order == "out_in"):
            W = W.T
        if W.shape != (fan_in, fan_out) or b.size != fan_out:
            checks.fail(
                f"{what} gives shapes {np.shape(pair[0])} and {np.shape(pair[1])} for layer {layer}; a W of {fan_in} "
                f"inputs and {fan_out} outputs with a b of {fan_out} is expected.",
                "adapter",
            )
        pairs.append((W, b.reshape(-1)))
    return pairs


def check_set(before: Any, held: Any, wanted: Parameters, sizes: tuple[int, ...]) -> None:
    """``set_parameters`` takes the parameters over: ``get_parameters`` gives back what was set."""
    old, new = standard(before, sizes), standard(held, sizes)
    for layer, (first, now, right) in enumerate(zip(old, new, wanted, strict=True), 1):
        for kind, a, b, c in zip("Wb", first, now, right, strict=True):
            if np.allclose(b, c, rtol=1e-5, atol=1e-6):
                continue
            how = "the network keeps its old ones" if np.array_equal(a, b) else "get_parameters gives back other ones"
            checks.fail(
                f"the adapter's set_parameters does not take over {kind} of layer {layer}: {how}.",
                "adapter: set_parameters",
            )


def probabilities_of(found: Any, samples: int, classes: int) -> np.ndarray:
    """Probabilities (N, classes), also from a network whose samples are columns."""
    table = checks.array(found, None, "the result of predict_proba", lists_ok=True)
    if table.shape == (classes, samples) and classes != samples:
        return table.T
    return checks.array(table, (samples, classes), "the result of predict_proba")


def check_probabilities(found: Any, samples: int, classes: int) -> None:
    """``predict_proba`` gives one row of probabilities for each sample."""
    shape = np.shape(found)
    if shape == (classes, samples) and classes != samples:
        checks.fail(
            f"the adapter's predict_proba gives shape {shape}; ({samples}, {classes}) is expected, a row for each "
            "sample: transpose it.",
            "adapter: predict_proba",
        )
    table = checks.array(found, (samples, classes), "the adapter's predict_proba", lists_ok=True)
    if not np.allclose(table.sum(axis=1), 1, atol=1e-4):
        checks.fail(
            "the adapter's predict_proba gives rows that do not sum to 1; probabilities are expected, not scores or "
            "logarithms.",
            "adapter: predict_proba",
        )


@dataclass(frozen=True)
class Answer:
    """Loss and gradients, in one form, for the parameters that the network held."""

    parameters: Parameters
    loss: float
    gradients: list[tuple[np.ndarray, np.ndarray]]


def answer_of(found: dict, sizes: tuple[int, ...], order: str = "in_out") -> Answer:
    """What the probe ``backward`` brought, read leniently; the network's own parameters are what counts."""
    loss, gradients = check_answer(found["answer"])
    held = standard(found["held"], sizes, order=order)
    if len(gradients) != len(held):
        checks.fail(
            f"loss_and_gradients gives {len(gradients)} pairs (dW, db); {len(held)} are expected, one for each layer.",
            "adapter: loss_and_gradients",
        )
    turned = _turned(found["held"], sizes, order)
    pairs = [
        (np.asarray(dW).T if back else np.asarray(dW), np.asarray(db))
        for (dW, db), back in zip(gradients, turned, strict=False)
    ]
    return Answer(held, loss, pairs)


def _turned(held: Any, sizes: tuple[int, ...], order: str) -> list[bool]:
    """Whether the student's W of each layer is (out, in)."""
    layers = zip(held, pairwise(sizes), strict=True)
    return [np.shape(W) == (o, i) and (i != o or order == "out_in") for (W, _), (i, o) in layers]


def check_answer(answer: Any) -> tuple[float, list[Any]]:
    """``loss_and_gradients`` gives a loss and a list of pairs."""
    if not isinstance(answer, (list, tuple)) or len(answer) != 2:
        checks.fail(
            "the adapter's loss_and_gradients is to return two things: the loss and the list [(dW, db), …].",
            "adapter: loss_and_gradients",
        )
    loss = checks.number(answer[0], "the loss of loss_and_gradients")
    if not isinstance(answer[1], (list, tuple)) or not all(
        isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in answer[1]
    ):
        checks.fail(
            "the adapter's loss_and_gradients is to return the gradients as a list of pairs (dW, db).",
            "adapter: loss_and_gradients",
        )
    return loss, list(answer[1])
