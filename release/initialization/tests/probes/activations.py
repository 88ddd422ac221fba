"""Probes of T1: questions that a plain call cannot answer."""

from __future__ import annotations

from typing import Any


def exploding_layer_of_generator(student: Any, x: Any, layers: list[Any]) -> Any:
    """``exploding_layer`` with the layers handed over as a generator."""
    return student.exploding_layer(x, (layer for layer in layers))


def arguments_after(student: Any, name: str, arguments: list[Any]) -> list[Any]:
    """The arguments of the student's function ``name``, as they are after the call."""
    getattr(student, name)(*arguments)
    return arguments
