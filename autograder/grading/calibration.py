"""Measures by how much this machine is slower than the one that the budgets of the tasks are for."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

_REFERENCE_SECONDS = {"loop": 0.0100, "product": 0.0125}
"""Measured on one core of the server that the budgets were chosen on, with nothing else to do."""
_TRIES = 3
_MOST = 4.0
"""A machine slower than this is not scaled for any further: its budgets would outlast everybody's patience."""


def measure_slowness() -> float:
    """Processor time of a small fixed computation as a multiple of the reference's, from 1 to 4.

    Call it after the fork of the workers' server, which must have computed nothing.
    """
    factors = [_measure(computation) / _REFERENCE_SECONDS[name] for name, computation in _COMPUTATIONS.items()]
    return round(min(_MOST, max(1.0, *factors)), 2)


def _measure(computation: Callable[[], object]) -> float:
    """The shortest processor time of a few tries."""
    return min(_time(computation) for _ in range(_TRIES))


def _time(computation: Callable[[], object]) -> float:
    started = time.process_time()
    computation()
    return time.process_time() - started


def _loop() -> int:
    total = 0
    for number in range(300_000):
        total += number % 7
    return total


def _product() -> None:
    matrix = np.full((512, 512), 0.5, np.float32)
    for _ in range(4):
        np.matmul(matrix, matrix)


_COMPUTATIONS: dict[str, Callable[[], object]] = {"loop": _loop, "product": _product}
