"""Runs a student's training function with fewer steps, other data and repeatable randomness; then all is as before.

While the function runs, every namespace of the submission has a ``range`` that is cut, another ``N_STEPS``, other data
and generators with a known state. The number 20,000 is replaced too where it stands in the code of a function, so that
``while step < 20000`` ends as well.
"""

from __future__ import annotations

import inspect
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from types import CodeType, FunctionType
from typing import Any

import numpy as np

FULL = 20_000
"""Steps of the sheet."""
LONG = 1_000
"""A loop of more rounds is one over training steps, not one over samples, units or classes."""

Cut = Callable[[int], int]
"""Full length of a loop → its length here."""
_MISSING = object()


class Steps(int):
    """A small number of steps. Intervals made of it, such as ``N_STEPS // 20`` for printing, never become 0."""

    def __floordiv__(self, other: int) -> int:
        return max(1, int(self) // other)

    def __truediv__(self, other: float) -> float:
        return max(1.0, int(self) / other)


@contextmanager
def shortened(function: Any, cut: Cut, seed: int, data: dict[str, Any]) -> Iterator[None]:
    """While this holds, ``function`` and what it calls of the submission train for ``cut(steps)`` steps on ``data``."""
    undo: list[Callable[[], None]] = []
    draws = count(seed)
    original = np.random.default_rng
    try:
        for namespace in _namespaces(function):
            for code, short in _codes(namespace, cut):
                undo.append(lambda code=code, old=code.__code__: setattr(code, "__code__", old))
                code.__code__ = short
            new = _replacements(namespace, cut, seed, data)
            old = {name: namespace.get(name, _MISSING) for name in new}
            undo.append(lambda namespace=namespace, old=old: _restore(namespace, old))
            namespace.update(new)
        undo.append(lambda: setattr(np.random, "default_rng", original))
        # Without a seed it would start anew every time; with one, that is the student's own choice.
        np.random.default_rng = lambda given=None: original(next(draws) if given is None else given)
        np.random.seed(seed % 2**32)
        random.seed(seed)
        yield
    finally:
        for step in reversed(undo):
            step()


def _namespaces(function: Any) -> list[dict[str, Any]]:
    """Of the function, of the notebook and of the ``.py`` files beside it."""
    own = getattr(inspect.unwrap(function), "__globals__", {})
    others = [vars(m) for name, m in list(sys.modules.items()) if name.split(".")[0] == "submission"]
    return list({id(namespace): namespace for namespace in (own, *others)}.values())


def _replacements(namespace: dict[str, Any], cut: Cut, seed: int, data: dict[str, Any]) -> dict[str, Any]:
    new: dict[str, Any] = {name: value for name, value in data.items() if name in namespace}
    for name, value in namespace.items():
        if type(value) is int and (value == FULL or name == "N_STEPS"):
            new[name] = Steps(cut(value))
        elif isinstance(value, np.random.Generator):
            new[name] = np.random.Generator(np.random.PCG64(seed))
        elif isinstance(value, np.random.RandomState):
            new[name] = np.random.RandomState(seed % 2**32)

    def bounded(*limits: int) -> range:
        whole = range(*limits)
        return whole[: cut(len(whole))] if len(whole) > LONG else whole

    class Bar:
        """Stands for tqdm: iterates and shows nothing."""

        def __init__(self, rounds: Any = (), *_: Any, **__: Any) -> None:
            self.rounds = rounds

        def __iter__(self) -> Iterator[Any]:
            return iter(self.rounds)

        def __getattr__(self, name: str) -> Any:
            return lambda *_, **__: None

        @classmethod
        def tqdm(cls, *given: Any, **options: Any) -> Any:
            return cls(*given, **options)

        @classmethod
        def trange(cls, *limits: int, **_: Any) -> Any:
            return cls(bounded(*limits))

    return new | {"range": bounded, "tqdm": Bar, "trange": Bar.trange}


def _codes(namespace: dict[str, Any], cut: Cut) -> Iterator[tuple[FunctionType, CodeType]]:
    """The submission's functions and methods whose code holds the number of steps, with shorter code."""
    values = list(namespace.values())
    values += [v for cls in values if isinstance(cls, type) for v in vars(cls).values()]
    for value in values:
        if isinstance(value, FunctionType) and value.__globals__ is namespace:
            short = _shorter(value.__code__, cut)
            if short is not value.__code__:
                yield value, short


def _shorter(code: CodeType, cut: Cut) -> CodeType:
    def constant(value: Any) -> Any:
        if isinstance(value, CodeType):
            return _shorter(value, cut)
        return Steps(cut(value)) if type(value) is int and value == FULL else value

    new = tuple(constant(value) for value in code.co_consts)
    return code if all(a is b for a, b in zip(new, code.co_consts, strict=True)) else code.replace(co_consts=new)


def _restore(namespace: dict[str, Any], old: dict[str, Any]) -> None:
    for name, value in old.items():
        namespace[name] = value
        if value is _MISSING:
            del namespace[name]
