"""The toy convnet as it comes out when one step of its forward or backward pass is taken otherwise.

The network is a chain of three layers: both filters with their ReLU, the pooling, and the product with u.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.checks import Mistake, Statement, layers
from autograder.checks.layers import Layer
from tests.convnets.hidden import catalogue

Array = np.ndarray
Model = dict[str, Array]
Gradients = list[Array]
"""dw1 (3,), dw2 (3,), du (4,)."""


def rows(x: Array) -> Array:
    """(n, 4, 3): the inputs that w[0], w[1], w[2] meet at each position in a true convolution along the row."""
    padded = np.pad(x, ((0, 0), (1, 1)))
    return np.stack([padded[:, 2:], x, padded[:, :-2]], axis=2)


def columns(x: Array) -> Array:
    """The same when the filter slides over the samples."""
    padded = np.pad(x, ((1, 1), (0, 0)))
    return np.stack([padded[2:], x, padded[:-2]], axis=2)


def circular_rows(x: Array) -> Array:
    """The same when the row is continued by its own other end."""
    return np.stack([np.roll(x, -1, axis=1), x, np.roll(x, 1, axis=1)], axis=2)


def unflipped_rows(x: Array) -> Array:
    """The same in a cross-correlation."""
    return rows(x)[:, :, ::-1]


def first_maximum(pairs: Array) -> Array:
    return np.arange(2) == pairs.argmax(axis=-1)[..., None]


def last_maximum(pairs: Array) -> Array:
    return np.arange(2) == 1 - pairs[..., ::-1].argmax(axis=-1)[..., None]


@dataclass(frozen=True)
class Steps:
    """How each step is taken; the defaults are right. Pairs are (n, 2 filters, 2 pairs, 2)."""

    patches: Callable[[Array], Array] = rows
    back_patches: Callable[[Array], Array] | None = None
    """The inputs that the backward pass meets, where they are not those of the forward pass."""
    relu: bool = True
    mask: bool = True
    """Whether ReLU cuts the gradient."""
    interleaved: bool = False
    """Whether the pairs are entries 0 and 2, 1 and 3."""
    pool: Callable[[Array], Array] = lambda pairs: pairs.max(axis=3)
    select: Callable[[Array], Array | float] = first_maximum
    """By what the gradient of a pair is multiplied for each of its two entries."""
    spread: Callable[[Array], Array] = lambda u: u.reshape(2, 2)
    """The entry of u for each filter and pair, in the backward pass."""
    error: Callable[[Array, Array], Array] = lambda p, y: 2 * (p - y)


RIGHT = Steps()
Ways = Sequence[tuple[Mistake, Steps]]
FORWARD: Ways = [
    (catalogue.NOT_FLIPPED, replace(RIGHT, patches=unflipped_rows)),
    (catalogue.OVER_THE_BATCH, replace(RIGHT, patches=columns)),
    (catalogue.CIRCULAR, replace(RIGHT, patches=circular_rows)),
    (catalogue.NO_RELU, replace(RIGHT, relu=False, mask=False)),
    (catalogue.INTERLEAVED, replace(RIGHT, interleaved=True)),
    (
        catalogue.MEAN_POOLING,
        replace(RIGHT, pool=lambda pairs: pairs.mean(axis=3), select=lambda pairs: 0.5),
    ),
]
BACKWARD: Ways = [
    (catalogue.GRADIENTS_REVERSED, replace(RIGHT, back_patches=unflipped_rows)),
    (catalogue.RELU_MASK_MISSING, replace(RIGHT, mask=False)),
    (catalogue.RELU_MASK_MISSING, replace(RIGHT, mask=False, select=last_maximum)),
    (catalogue.BOTH_GET_ALL, replace(RIGHT, select=lambda pairs: 1.0)),
    (catalogue.BOTH_GET_HALF, replace(RIGHT, select=lambda pairs: 0.5)),
    (catalogue.NO_MASKS, replace(RIGHT, mask=False, select=lambda pairs: 1.0)),
    (catalogue.SMALLER_ENTRY, replace(RIGHT, select=lambda pairs: ~first_maximum(pairs))),
    (catalogue.U_LEFT_OUT, replace(RIGHT, spread=lambda u: np.ones((2, 2)))),
    (catalogue.U_HALVES_SWAPPED, replace(RIGHT, spread=lambda u: u.reshape(2, 2)[::-1])),
    (catalogue.U_FIRST_HALF, replace(RIGHT, spread=lambda u: u.reshape(2, 2)[[0, 0]])),
    (catalogue.ERROR_LEFT_OUT, replace(RIGHT, error=lambda p, y: np.ones_like(p))),
    (catalogue.FACTOR_TWO, replace(RIGHT, error=lambda p, y: p - y)),
    (catalogue.LABEL_KEPT, replace(RIGHT, error=lambda p, y: 2 * p)),
]


@dataclass(frozen=True)
class Forward:
    """What the network computes for n rows."""

    o: Array
    """(n, 2, 4) after ReLU."""
    m: Array
    """(n, 4)."""
    p: Array
    """(n,)."""


def forward(model: Model, x: Array, steps: Steps = RIGHT) -> Forward:
    """The forward pass that these steps lead to, on rows x (n, 4)."""
    p, (filtered, _, m) = layers.run_forward(_network(model, steps), np.asarray(x, float))
    return Forward(filtered["o"], m, p)


def gradients(model: Model, x: Array, y: Array, steps: Steps = RIGHT) -> Gradients:
    """The gradients of the mean squared error that these steps lead to."""
    network = _network(model, steps)
    by_layer = layers.gradients(network, np.asarray(x, float), lambda p: steps.error(p, y) / len(x))
    return [gradient for parameters in by_layer for gradient in parameters]


def gradient_mistakes(model: Model, x: Array, y: Array) -> list[tuple[Mistake | Statement, Gradients]]:
    """Each mistake with the three gradients that it leads to."""
    mistakes: list[tuple[Mistake | Statement, Gradients]] = [
        (mistake, gradients(model, x, y, steps)) for mistake, steps in (*BACKWARD, *FORWARD)
    ]
    return [*mistakes, *_wrong_averages(gradients(model, x, y), len(x))]


def _wrong_averages(right: Gradients, samples: int) -> list[tuple[Mistake | Statement, Gradients]]:
    """The filters and u averaged differently."""
    if samples < 2:
        return []
    w1, w2, u = right
    return [
        (catalogue.FILTERS_SUMMED, [samples * w1, samples * w2, u]),
        (catalogue.U_SUMMED, [w1, w2, samples * u]),
        (catalogue.FILTERS_DIVIDED_TWICE, [w1 / samples, w2 / samples, u]),
        (catalogue.U_DIVIDED_TWICE, [w1, w2, u / samples]),
    ]


def _network(model: Model, steps: Steps) -> list[Layer]:
    return [_filters(model, steps), _pooling(steps), _output(model, steps)]


def _filters(model: Model, steps: Steps) -> Layer:
    """Rows (n, 4) → o (n, 2, 4)."""
    filters = np.stack([np.ravel(model["w1"]), np.ravel(model["w2"])])

    def forward_step(x: Array) -> tuple[Array, dict[str, Array]]:
        z = np.einsum("nij,kj->nki", steps.patches(x), filters)
        o = z.clip(min=0) if steps.relu else z
        return o, {"x": x, "z": z, "o": o}

    def backward_step(kept: dict[str, Array], error: Array) -> tuple[Array, list[Array]]:
        into_z = error * ((kept["z"] > 0) if steps.mask else 1.0)
        patches = (steps.back_patches or steps.patches)(kept["x"])
        return into_z, list(np.einsum("nki,nij->kj", into_z, patches))

    return Layer(forward_step, backward_step)


def _pooling(steps: Steps) -> Layer:
    """o (n, 2, 4) → m (n, 4)."""

    def forward_step(o: Array) -> tuple[Array, Array]:
        pairs = _pairs(o, steps)
        return steps.pool(pairs).reshape(len(o), 4), pairs

    def backward_step(pairs: Array, error: Array) -> tuple[Array, list[Array]]:
        into_pairs = steps.select(pairs) * error.reshape(-1, 2, 2, 1)
        return _pairs(np.broadcast_to(into_pairs, pairs.shape), steps).reshape(-1, 2, 4), []

    return Layer(forward_step, backward_step)


def _pairs(values: Array, steps: Steps) -> Array:
    """(n, 2, 4) → pairs (n, 2, 2, 2); the same function takes pairs back to their positions."""
    pairs = values.reshape(-1, 2, 2, 2)
    return pairs.swapaxes(2, 3) if steps.interleaved else pairs


def _output(model: Model, steps: Steps) -> Layer:
    """m (n, 4) → p (n,)."""
    u = np.ravel(np.asarray(model["u"], float))

    def forward_step(m: Array) -> tuple[Array, Any]:
        return m @ u, m

    def backward_step(m: Array, error: Array) -> tuple[Array, list[Array]]:
        return error[:, None] * steps.spread(u).reshape(1, 4), [m.T @ error]

    return Layer(forward_step, backward_step)
