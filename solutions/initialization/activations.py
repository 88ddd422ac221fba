"""T1.1 – T1.6: the size of the activations in a stack of linear layers.

``layers`` is always an iterable of (n, n) matrices, ``x`` a vector (n,); both may be numpy arrays or torch tensors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np


def exploding_layer(x: Any, layers: Iterable[Any]) -> int | None:
    """1-based number of the first layer after which x ← a·x holds nan or inf; None when that never happens.

    The arrays keep their own precision, because the layer at which float32 overflows is wanted.
    """
    activation = np.asarray(x)
    with np.errstate(over="ignore", invalid="ignore"):
        for number, layer in enumerate(layers, start=1):
            activation = np.asarray(layer) @ activation
            if not np.isfinite(activation).all():
                return number
    return None


def exploding_layers(x: Any, layers: Sequence[Any]) -> set[int | None]:
    """Every answer that correct float32 code may give to ``exploding_layer``.

    Libraries add up a dot product in different orders, and a partial sum may overflow where the total does not. So
    beside numpy's own answer the set holds that of float64 arithmetic with float32's largest number as the limit.
    Nearly always the two agree.
    """
    answers = {exploding_layer(np.asarray(x, np.float32), [np.asarray(a, np.float32) for a in layers])}
    limit = float(np.finfo(np.float32).max)
    activation = np.asarray(x, np.float64)
    first = None
    for number, layer in enumerate(layers, start=1):
        activation = np.asarray(layer, np.float64) @ activation
        if not np.abs(activation).max() <= limit:
            first = number
            break
    return answers | {first}


def product_std(width: int) -> float:
    """Root mean square of the entries of a·x, a (width, width) and x (width,) standard normal: sqrt(width)."""
    return float(np.sqrt(width))


def product_std_sd(width: int, repeats: int) -> float:
    """Standard deviation of the estimate sqrt(mean over repeats of mean_j y_j²).

    Given x, mean_j y_j² is ‖x‖²·χ²_n/n; ‖x‖² is χ²_n. Its variance is (n² + 2n)(1 + 2/n) − n² = 4n + 4, and the root
    (delta method, slope 1/(2·sqrt(n))) of the mean of ``repeats`` of them has sd sqrt((1 + 1/n)/repeats).
    """
    return float(np.sqrt((1.0 + 1.0 / width) / repeats))


def product_mean_sd(width: int, repeats: int) -> float:
    """Standard deviation of the mean of all entries y over the repeats: 1/sqrt(repeats), whatever the width.

    Given x, mean_j y_j ~ N(0, ‖x‖²/n), and E‖x‖² = n.
    """
    return float(1.0 / np.sqrt(repeats))


def scaled_statistics(x: Any, layers: Iterable[Any]) -> tuple[float, float]:
    """Mean and std of the last activation when each layer is divided by sqrt(fan_in) = sqrt(number of columns)."""
    return _statistics(x, layers, lambda layer, v: layer @ v / np.sqrt(layer.shape[1]))


def tanh_statistics(x: Any, layers: Iterable[Any]) -> tuple[float, float]:
    """Mean and std of the last activation of x ← tanh(a·x), layers unscaled."""
    return _statistics(x, layers, lambda layer, v: np.tanh(layer @ v))


def relu_statistics(x: Any, layers: Iterable[Any]) -> tuple[float, float]:
    """Mean and std of the last activation of x ← max(a·x, 0), layers unscaled."""
    return _statistics(x, layers, lambda layer, v: np.maximum(layer @ v, 0.0))


def mean_sd(values: Any) -> tuple[float, float]:
    """Mean and std, divided by n (torch divides by n − 1, so its std is larger by the factor sqrt(n/(n − 1)))."""
    array = np.asarray(values, np.float64)
    return float(array.mean()), float(array.std())


def _statistics(x: Any, layers: Iterable[Any], step: Callable[[np.ndarray, np.ndarray], Any]) -> tuple[float, float]:
    activation = np.asarray(x, np.float64)
    for layer in layers:
        activation = step(np.asarray(layer, np.float64), activation)
    return mean_sd(activation)
