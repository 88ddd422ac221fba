"""Back-propagation through a chain of layers, each of which may take any of its steps wrongly.

One engine for all networks whose wrong gradients are recognised by their numbers: a network is a list of layers, a
layer is a forward and a backward step in numpy, and a mistake is the same list with one step taken otherwise
(``dense_mistakes`` for fully connected networks; an assignment builds its own layers for others).

    gradients([layer, …], x, error)      # what the network with these layers gives
    collect_gradients(alternatives)      # of many mistakes, those that can be computed at all
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.checks.outcome import Mistake, Statement

Array = np.ndarray


@dataclass(frozen=True)
class Layer:
    """One step of a network. Rows are samples."""

    forward: Callable[[Array], tuple[Array, Any]]
    """Input (N, …) → output, and whatever the backward step needs to know."""
    backward: Callable[[Any, Array], tuple[Array, list[Array]]]
    """What ``forward`` kept, ∂loss/∂output of every sample → ∂loss/∂input, and the gradients of the parameters."""


def run_forward(layers: Sequence[Layer], x: Array) -> tuple[Array, list[Any]]:
    """The output of the last layer, and what every layer kept."""
    kept = []
    for layer in layers:
        x, cache = layer.forward(x)
        kept.append(cache)
    return x, kept


def gradients(layers: Sequence[Layer], x: Array, output_error: Callable[[Array], Array]) -> list[list[Array]]:
    """The gradients of every layer's parameters, first layer first (a layer without parameters has an empty list).

    ``output_error`` maps the output of the last layer to ∂loss/∂output of each sample.
    """
    output, kept = run_forward(layers, x)
    error = output_error(output)
    found: list[list[Array]] = []
    for layer, cache in zip(reversed(layers), reversed(kept), strict=True):
        error, own = layer.backward(cache, error)
        found.insert(0, own)
    return found


@np.errstate(all="ignore")  # an overflow only means that this mistake leads to no numbers
def collect_gradients(
    alternatives: Iterable[tuple[Mistake | Statement, Callable[[], list[Any]]]],
) -> list[tuple[Mistake | Statement, list[Any]]]:
    """Each mistake with its gradients, where it can be made at all: shapes fit, and all entries are finite."""
    found = []
    for mistake, compute in alternatives:
        try:
            values = compute()
        except ValueError:  # the mistake needs layers of equal width
            continue
        if all_finite(values):
            found.append((mistake, values))
    return found


def all_finite(values: Any) -> bool:
    """Whether no array of a (nested) list holds NaN or infinities."""
    return all(np.isfinite(array).all() for array in _arrays(values))


def _arrays(values: Any) -> Iterable[Array]:
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _arrays(value)
        else:
            yield np.asarray(value)
