"""Calls the functions of the theory questions and of the toy convnet. Runs in the worker."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.probing.chance import same_chance

FORWARD = ("x", "o1", "o2", "m", "m_argmax", "p")


def value_and_warnings(student: Any, name: str, *arguments: Any) -> dict:
    """The result of a function, and numpy's arithmetic warnings while it ran."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = getattr(student, name)(*arguments)
    kinds = (RuntimeWarning,)  # deprecation warnings do not count
    return {
        "value": value,
        "warnings": [str(warning.message) for warning in caught if issubclass(warning.category, kinds)],
    }


def arguments_after(student: Any, name: str, arguments: Sequence[Any]) -> list[Any]:
    """The arguments after a call of the function, which may have changed them in place."""
    getattr(student, name)(*arguments)
    return list(arguments)


def forward_pass(student: Any, model: dict, x: np.ndarray) -> dict:
    """The entries of the result of ``forward`` that the tests use, and its arguments after the call."""
    fwd = student.forward(model, x)
    entries = {key: fwd[key] for key in FORWARD if key in fwd} if isinstance(fwd, dict) else fwd
    return {"fwd": entries, "model": model, "x": x}


def backward_pass(student: Any, model: dict, x: np.ndarray, y: np.ndarray) -> dict:
    """The gradients of the batch, from the student's own forward pass, and the arguments after the calls."""
    fwd = student.forward(model, x)
    return {"gradients": student.backprop(model, y, fwd, len(x)), "model": model, "x": x, "y": y}


def trainings(
    student: Any,
    name: str,
    X: dict,
    Y: dict,
    settings: Sequence[Any],
    counts: Sequence[int],
    seed: int,
) -> dict:
    """Runs ``learn_linear`` or ``learn_cnn`` for each number of iterations in ``counts``, always with the same chance.

    ``settings`` are batch_size, lamb and learning_rate. Returns the results, and X and Y after the last call. With
    several numbers, ``again`` is the result for the first one once more; a run before all others makes what the
    submission keeps from call to call.
    """
    batch_size, lamb, learning_rate = settings
    learn, data = getattr(student, name), {}

    def train(iterations: int) -> Any:
        same_chance(student, seed)
        data.update(copy.deepcopy({"X": X, "Y": Y}))
        return copy.deepcopy(learn(data["X"], data["Y"], batch_size, lamb, iterations, learning_rate))

    if len(counts) == 1:
        return {"found": [train(counts[0])], **data}
    train(counts[0])
    found = [train(iterations) for iterations in counts]
    return {"found": found, "again": train(counts[0]), **data}
