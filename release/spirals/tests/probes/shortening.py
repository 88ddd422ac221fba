"""Runs a student's training function with fewer steps and other data, then restores everything.

While the function runs, every namespace of the submission has a shorter ``range``, another ``N_STEPS`` and other data.
The number 20,000 is also replaced in the code of functions, so that
``while step < 20000`` ends.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FunctionType
from typing import Any

FULL = 20_000
"""The number of steps that the sheet asks for."""
LONG = 1_000
"""A loop of more rounds counts training steps, not samples, units or classes."""

Cut = Callable[[int], int]
"""Maps the full length of a loop to its length in the test."""
_MISSING = object()


class Steps(int):
    """A small number of steps. Divided, as in ``N_STEPS // 20`` for the interval of printing, it is at least 1."""

    def __floordiv__(self, other: int) -> int:
        return max(1, int(self) // other)

    def __truediv__(self, other: float) -> float:
        return max(1.0, int(self) / other)


@contextmanager
def shortened(function: Any, cut: Cut, data: dict[str, Any]) -> Iterator[None]:
    """Inside this context, ``function`` and the functions that it calls train for ``cut(steps)`` steps on ``data``."""
    undo: list[Callable[[], None]] = []
    try:
        for namespace in _namespaces(function):
            for trainer, short in _shortened_codes(namespace, cut):
                undo.append(lambda trainer=trainer, old=trainer.__code__: setattr(trainer, "__code__", old))
                trainer.__code__ = short
            new = _replacements(namespace, cut, data)
            old = {name: namespace.get(name, _MISSING) for name in new}
            undo.append(lambda namespace=namespace, old=old: _restore(namespace, old))
            namespace.update(new)
        yield
    finally:
        for step in reversed(undo):
            step()


def _namespaces(function: Any) -> list[dict[str, Any]]:
    """The global names of the function, of the notebook and of the ``.py`` files beside it."""
    own = getattr(inspect.unwrap(function), "__globals__", {})
    others = [vars(m) for name, m in list(sys.modules.items()) if name.split(".")[0] == "submission"]
    return list({id(namespace): namespace for namespace in (own, *others)}.values())


def _replacements(namespace: dict[str, Any], cut: Cut, data: dict[str, Any]) -> dict[str, Any]:
    """The names of the namespace that get another value, with that value."""
    new: dict[str, Any] = {name: value for name, value in data.items() if name in namespace}
    for name, value in namespace.items():
        if type(value) is int and (value == FULL or name == "N_STEPS"):
            new[name] = Steps(cut(value))

    def bounded(*limits: int) -> range:
        whole = range(*limits)
        return whole[: cut(len(whole))] if len(whole) > LONG else whole

    class Bar:
        """Replaces tqdm: iterates, but shows no progress bar."""

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


def _shortened_codes(namespace: dict[str, Any], cut: Cut) -> Iterator[tuple[FunctionType, CodeType]]:
    """The submission's functions and methods whose code contains the number of steps, each with its shortened code."""
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
