"""The toy convnet as it comes out when one step of its forward or backward pass is taken otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

Array = np.ndarray
Model = dict[str, Array]
REVERSED = "the filter gradients are reversed, last entry first: they belong to a cross-correlation, not a convolution"
CORRELATION = "the filters are not flipped: this is a cross-correlation"


def rows(x: Array) -> Array:
    """(n, 4, 3): what w[0], w[1], w[2] meet at each place in a true convolution along the row."""
    padded = np.pad(x, ((0, 0), (1, 1)))
    return np.stack([padded[:, 2:], x, padded[:, :-2]], axis=2)


def batch(x: Array) -> Array:
    """The same when the filter slides over the samples."""
    padded = np.pad(x, ((1, 1), (0, 0)))
    return np.stack([padded[2:], x, padded[:-2]], axis=2)


def around(x: Array) -> Array:
    """The same when the row is continued by its own other end."""
    return np.stack([np.roll(x, -1, axis=1), x, np.roll(x, 1, axis=1)], axis=2)


def first_maximum(pairs: Array) -> Array:
    return np.arange(2) == pairs.argmax(axis=-1)[..., None]


def last_maximum(pairs: Array) -> Array:
    return np.arange(2) == 1 - pairs[..., ::-1].argmax(axis=-1)[..., None]


@dataclass(frozen=True)
class Way:
    """How each step is taken; the defaults are right. Pairs are (n, 2 filters, 2 pairs, 2)."""

    patches: Callable[[Array], Array] = rows
    back_patches: Callable[[Array], Array] | None = None
    """What the backward pass meets, where it is not what the forward pass did."""
    relu: bool = True
    interleaved: bool = False
    """Whether the pairs are entries 0 and 2, 1 and 3."""
    pool: Callable[[Array], Array] = lambda pairs: pairs.max(axis=3)
    mask: bool = True
    """Whether ReLU cuts the gradient."""
    select: Callable[[Array], Array | float] = first_maximum
    error: Callable[[Array, Array], Array] = lambda p, y: 2 * (p - y)
    spread: Callable[[Array], Array] = lambda u: u.reshape(2, 2)
    """The entry of u for each filter and pair, in the backward pass."""


RIGHT = Way()
FORWARD = {
    CORRELATION: replace(RIGHT, patches=lambda x: rows(x)[:, :, ::-1]),
    "the filters slide over the samples of the batch instead of over the row": replace(RIGHT, patches=batch),
    "the row is continued by its other end instead of zeros": replace(RIGHT, patches=around),
    "the ReLU is missing": replace(RIGHT, relu=False, mask=False),
    "the pairs are entries 0 and 2, 1 and 3; they should be 0 and 1, 2 and 3": replace(RIGHT, interleaved=True),
    "the means of the pairs are taken instead of their maxima": replace(
        RIGHT, pool=lambda pairs: pairs.mean(axis=3), select=lambda pairs: 0.5
    ),
}
BACKWARD = {
    REVERSED: replace(RIGHT, back_patches=lambda x: rows(x)[:, :, ::-1]),
    "the mask of ReLU is missing in the backward pass": replace(RIGHT, mask=False),
    "the mask of ReLU is missing in the backward pass ": replace(RIGHT, mask=False, select=last_maximum),
    "both entries of a pair get the gradient, where the maximum alone should (no arg-max mask)": replace(
        RIGHT, select=lambda pairs: 1.0
    ),
    "each entry of a pair gets half of the gradient, where the maximum alone should (no arg-max mask)": replace(
        RIGHT, select=lambda pairs: 0.5
    ),
    "the arg-max mask and the mask of ReLU are both missing": replace(RIGHT, mask=False, select=lambda pairs: 1.0),
    "the gradient goes to the smaller entry of a pair": replace(RIGHT, select=lambda pairs: ~first_maximum(pairs)),
    "u is left out of the filters' gradients": replace(RIGHT, spread=lambda u: np.ones((2, 2))),
    "the halves of u are swapped": replace(RIGHT, spread=lambda u: u.reshape(2, 2)[::-1]),
    "both filters use the first half of u": replace(RIGHT, spread=lambda u: u.reshape(2, 2)[[0, 0]]),
    "the error 2(p − y) is left out": replace(RIGHT, error=lambda p, y: np.ones_like(p)),
    "the factor 2 of the squared error is missing": replace(RIGHT, error=lambda p, y: p - y),
    "the label is not subtracted from p": replace(RIGHT, error=lambda p, y: 2 * p),
}


def forward(model: Model, x: Array, way: Way = RIGHT) -> dict[str, Array]:
    """z and o (n, 2, 4), m (n, 4), p (n,), and the pairs."""
    filters = np.stack([np.ravel(model["w1"]), np.ravel(model["w2"])])
    z = np.einsum("nij,kj->nki", way.patches(x), filters)
    o = z.clip(min=0) if way.relu else z
    pairs = _pairs(o, way)
    m = way.pool(pairs).reshape(len(x), 4)
    return {"z": z, "o": o, "pairs": pairs, "m": m, "p": m @ np.ravel(model["u"])}


def _pairs(values: Array, way: Way) -> Array:
    """(n, 2, 4) → pairs (n, 2, 2, 2); the same function takes pairs back to their places."""
    pairs = values.reshape(-1, 2, 2, 2)
    return pairs.swapaxes(2, 3) if way.interleaved else pairs


def gradients(model: Model, x: Array, y: Array, way: Way = RIGHT) -> list[Array]:
    """dw1, dw2, du of the mean squared error."""
    found = forward(model, x, way)
    error = way.error(found["p"], y) / len(x)
    share = way.select(found["pairs"]) * way.spread(np.asarray(model["u"], float))[:, :, None]
    into_o = _pairs(np.broadcast_to(share, (len(x), 2, 2, 2)), way).reshape(len(x), 2, 4)
    into_z = error[:, None, None] * into_o * ((found["z"] > 0) if way.mask else 1.0)
    filters = np.einsum("nki,nij->kj", into_z, (way.back_patches or way.patches)(x))
    return [filters[0], filters[1], found["m"].T @ error]


def mistakes_by_name(model: Model, x: Array, y: Array) -> dict[str, list[Array]]:
    """Name of a mistake → the three gradients it leads to."""
    ways = {name: gradients(model, x, y, way) for name, way in (BACKWARD | FORWARD).items()}
    w1, w2, u = gradients(model, x, y)
    n = len(x)
    if n > 1:
        ways |= {
            "the filters' gradients are summed over the batch instead of averaged": [n * w1, n * w2, u],
            "the gradient of u is summed over the batch instead of averaged": [w1, w2, n * u],
            "the filters' gradients are divided by the batch size twice": [w1 / n, w2 / n, u],
            "the gradient of u is divided by the batch size twice": [w1, w2, u / n],
        }
    return ways
