"""Calls the functions of the theory questions and of the toy convnet. Runs in the worker."""

from __future__ import annotations

import copy
import inspect
import random
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any

import numpy as np

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
    """Runs ``learn_linear`` or ``learn_cnn`` for each number of iterations in ``counts``, always with the same seed.

    ``settings`` are batch_size, lamb and learning_rate. Returns the results, and X and Y after all calls.
    """
    batch_size, lamb, learning_rate = settings
    learn, found = getattr(student, name), []
    for iterations in counts:
        with repeatable(learn, seed):
            found.append(copy.deepcopy(learn(X, Y, batch_size, lamb, iterations, learning_rate)))
    return {"found": found, "X": X, "Y": Y}


@contextmanager
def repeatable(function: Any, seed: int) -> Iterator[None]:
    """Within this context, every random number generator that the submission can reach starts from ``seed``."""
    original, draws, undo = np.random.default_rng, count(seed), []
    for namespace in _namespaces(function):
        for name, value in list(namespace.items()):
            if isinstance(value, np.random.Generator):
                undo.append((namespace, name, value))
                namespace[name] = np.random.Generator(np.random.PCG64(seed))
            elif isinstance(value, np.random.RandomState):
                undo.append((namespace, name, value))
                namespace[name] = np.random.RandomState(seed % 2**32)
    np.random.default_rng = lambda given=None: original(next(draws) if given is None else given)  # type: ignore
    np.random.seed(seed % 2**32)
    random.seed(seed)
    try:
        yield
    finally:
        np.random.default_rng = original
        for namespace, name, value in undo:
            namespace[name] = value


def _namespaces(function: Any) -> list[dict[str, Any]]:
    """The global variables of the function, of the notebook and of its ``.py`` files."""
    own = getattr(inspect.unwrap(function), "__globals__", {})
    others = [vars(module) for name, module in list(sys.modules.items()) if name.split(".")[0] == "submission"]
    return list({id(namespace): namespace for namespace in (own, *others)}.values())
