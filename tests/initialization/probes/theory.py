"""Probes of the theory tasks Q1 and Q4: questions that one plain call cannot answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

Activation = Callable[..., np.ndarray]


def two_slopes(z: np.ndarray, negative: float, positive: float) -> np.ndarray:
    """LeakyReLU with both slopes free; ReLU is (0, 1), the identity (1, 1), the absolute value (−1, 1)."""
    return np.where(np.asarray(z) > 0, positive * np.asarray(z), negative * np.asarray(z))


def shifted_relu(z: np.ndarray, shift: float) -> np.ndarray:
    """max(0, z + shift)."""
    return np.maximum(0.0, np.asarray(z) + shift)


def parabola(z: np.ndarray, constant: float, linear: float, quadratic: float) -> np.ndarray:
    """constant + linear·z + quadratic·z²."""
    return constant + np.asarray(z) * (linear + quadratic * np.asarray(z))


def sine(z: np.ndarray, frequency: float) -> np.ndarray:
    """sin(frequency·z)."""
    return np.sin(frequency * np.asarray(z))


def exponential(z: np.ndarray, rate: float) -> np.ndarray:
    """exp(rate·z)."""
    return np.exp(rate * np.asarray(z))


def tanh(z: np.ndarray, gain: float) -> np.ndarray:
    """tanh(gain·z)."""
    return np.tanh(gain * np.asarray(z))


def step(z: np.ndarray, threshold: float) -> np.ndarray:
    """1 from the threshold on, else 0."""
    return np.where(np.asarray(z) >= threshold, 1.0, 0.0)


ACTIVATIONS: dict[str, Activation] = {
    function.__name__: function for function in (two_slopes, shifted_relu, parabola, sine, exponential, tanh, step)
}


def init_std_of(student: Any, activation: str, parameters: Sequence[float], fan_in: int) -> Any:
    """``init_std`` of an activation by name: a function cannot be sent, so it is made here.

    >>> student.probe("init_std_of", "two_slopes", [0.0, 1.0], 200)      # ReLU; the answer is 0.1
    """
    names = ACTIVATIONS[activation].__code__.co_varnames[1 : 1 + len(parameters)]
    return student.init_std(partial(ACTIVATIONS[activation], **dict(zip(names, parameters, strict=True))), fan_in)


def risks(student: Any, w: np.ndarray, w_teacher: np.ndarray, n_samples: int, seeds: Sequence[int]) -> list[Any]:
    """``monte_carlo_risk`` for each of the seeds, on copies of the weights."""
    return [student.monte_carlo_risk(w.copy(), w_teacher.copy(), n_samples, seed) for seed in seeds]
