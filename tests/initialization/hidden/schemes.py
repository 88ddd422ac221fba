"""The schemes of ``torch.nn.init`` as oracles: weights are compared with those that torch itself draws."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import torch

from autograder import checks
from tests.initialization.hidden import catalogue_networks as catalogue

RARE = 1e-9
"""Probability that a correct layer is refused."""
DRAWS = 100_000
"""Fewest numbers of an oracle."""
COMPARED = 30_000
"""Most weights of a layer to compare; so many show a spread that is off by 10 %."""


def named_scheme(returned: Any) -> tuple[str, dict]:
    """(name, keywords) from the dictionary that ``reinitialise`` returned.

    ``nn.init.`` in front of the name or a missing ``_`` at its end do not matter.
    """
    checks.keys(returned, ["scheme"], "what reinitialise returns")
    name = returned["scheme"]
    if not isinstance(name, str):
        checks.fail(catalogue.SCHEME_NOT_TEXT)
    short = name.strip().rsplit(".", 1)[-1].rstrip("_") + "_"
    if not re.fullmatch("[a-z]+(_[a-z]+)*_", short) or not callable(getattr(torch.nn.init, short, None)):
        checks.fail(catalogue.UNKNOWN_SCHEME(scheme=repr(name)))
    return short, {str(key): value for key, value in returned.items() if key != "scheme"}


def oracle(name: str, keywords: dict, shape: tuple[int, ...]) -> list[np.ndarray]:
    """Layers of this shape as torch itself draws them, at least two and ``DRAWS`` numbers."""
    count = max(2, -(-DRAWS // int(np.prod(shape))))
    try:
        layers = [getattr(torch.nn.init, name)(torch.empty(shape), **keywords).numpy() for _ in range(count)]
    except (TypeError, ValueError, RuntimeError) as error:
        checks.fail(catalogue.WRONG_KEYWORDS(scheme=name, error=str(error)))
    return layers


def differs(weight: np.ndarray, layers: list[np.ndarray]) -> bool:
    """Whether ``weight`` has another distribution than the oracle's layers (wrong with probability ``RARE``).

    Two-sample Kolmogorov–Smirnov, which is exact for independent entries and more lenient for the dependent ones of
    ``orthogonal_``; there W·Wᵀ is compared as well. Constant schemes are compared entry by entry.
    """
    if np.array_equal(layers[0], layers[1]):
        return not np.allclose(weight, layers[0], rtol=1e-5, atol=1e-8)
    drawn = np.concatenate([layer.ravel() for layer in layers])
    if _same_source(_some(weight.ravel(), COMPARED), _some(drawn, DRAWS)) < RARE:
        return True
    grams = [_small_gram(layer) for layer in layers[:2]]
    repeatable = np.allclose(grams[0], grams[1], atol=1e-4 * np.abs(grams[0]).max())
    return bool(repeatable and not np.allclose(_small_gram(weight), grams[0], atol=1e-3 * np.abs(grams[0]).max()))


def _same_source(first: np.ndarray, second: np.ndarray) -> float:
    """p-value of the two-sample Kolmogorov–Smirnov test (asymptotic, for thousands of values)."""
    from scipy import special

    everything = np.concatenate([first, second])
    below = [np.searchsorted(np.sort(sample), everything, side="right") / sample.size for sample in (first, second)]
    size = np.sqrt(first.size * second.size / (first.size + second.size))
    return float(special.kolmogorov(size * np.abs(below[0] - below[1]).max()))


def _some(values: np.ndarray, count: int) -> np.ndarray:
    """At most ``count`` of the values, chosen at random."""
    return values if values.size <= count else np.random.default_rng(0).choice(values, count, replace=False)


def _small_gram(weight: np.ndarray) -> np.ndarray:
    tall = weight if weight.shape[0] <= weight.shape[1] else weight.T
    product: np.ndarray = tall.astype(np.float64) @ tall.T.astype(np.float64)
    return product
