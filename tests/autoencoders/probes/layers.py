"""Watches the convolutions and linear layers of any torch network, whether they are modules or function calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

KINDS = {"conv2d": "convolution", "conv_transpose2d": "convolution", "linear": "linear"}


class Layers(TorchFunctionMode):
    """Calls ``note(number, kind, input, weight, bias, output)`` for each layer in the order of computation, from 0.

    What ``note`` returns takes the place of the output, unless it is None.
    """

    def __init__(self, note: Callable[..., torch.Tensor | None]) -> None:
        super().__init__()
        self.note = note
        self.number = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        output = func(*args, **kwargs)
        kind = KINDS.get(getattr(func, "__name__", ""))
        if kind is None:
            return output
        given = dict(zip(("input", "weight", "bias"), args, strict=False)) | kwargs
        other = self.note(self.number, kind, given["input"], given["weight"], given.get("bias"), output)
        self.number += 1
        return output if other is None else other


def trace(run: Callable[[], Any]) -> list[dict]:
    """Of each layer that ``run`` computes: kind, what entered and what left it, and its number of parameters."""
    found: list[dict] = []

    def note(number: int, kind: str, entering: Any, weight: Any, bias: Any, output: Any) -> None:
        count = weight.numel() + (0 if bias is None else bias.numel())
        found.append(
            {
                "kind": kind,
                "input": entering.detach().clone(),
                "output": output.detach().clone(),
                "parameters": count,
                "weight": place_of(weight),
            }
        )

    with Layers(note):
        run()
    return found


def distinct(layers: list[dict]) -> list[dict]:
    """Without those that are computed again: the same weight on the same input, as when the code is asked for twice."""
    found: list[dict] = []
    for layer in layers:
        if not any(
            layer["weight"] == other["weight"] and torch.equal(layer["input"], other["input"]) for other in found
        ):
            found.append(layer)
    return found


def place_of(weight: torch.Tensor) -> tuple:
    """What tells a weight from the others for as long as its network lives; a transposed one is another."""
    return weight.data_ptr(), tuple(weight.shape)


def replacing(outputs: dict[int, torch.Tensor]) -> Layers:
    """A context in which the layers of these numbers give other outputs, each in the shape of its own."""

    def note(number: int, kind: str, entering: Any, weight: Any, bias: Any, output: torch.Tensor) -> Any:
        return outputs[number].reshape(output.shape) if number in outputs else None

    return Layers(note)
