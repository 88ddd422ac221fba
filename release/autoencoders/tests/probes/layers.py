"""Watches the convolutions and linear layers of any torch network, whether they are modules or function calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

KINDS = {"conv2d": "convolution", "conv_transpose2d": "convolution", "linear": "linear"}


class Layers(TorchFunctionMode):
    """Calls ``note(number, kind, input, weight, bias, output)`` for each layer in the order of computation, from 0.

    Unless it is None, the value that ``note`` returns replaces the output.
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
    """The kind, input, output and number of parameters of each layer that ``run`` computes."""
    layers: list[dict] = []

    def note(number: int, kind: str, entering: Any, weight: Any, bias: Any, output: Any) -> None:
        count = weight.numel() + (0 if bias is None else bias.numel())
        layers.append(
            {
                "kind": kind,
                "input": entering.detach().clone(),
                "output": output.detach().clone(),
                "parameters": count,
                "weight": identity_of(weight),
            }
        )

    with Layers(note):
        run()
    return layers


def distinct(layers: list[dict]) -> list[dict]:
    """The layers without repetitions: the same weight on the same input, as when an answer computes the code twice."""
    kept: list[dict] = []
    for layer in layers:
        if not any(
            layer["weight"] == other["weight"] and torch.equal(layer["input"], other["input"]) for other in kept
        ):
            kept.append(layer)
    return kept


def identity_of(weight: torch.Tensor) -> tuple:
    """A key that no other weight of the network has while the network exists. A transposed weight has another key."""
    return weight.data_ptr(), tuple(weight.shape)


def replacing(outputs: dict[int, torch.Tensor]) -> Layers:
    """A context in which the layers with these numbers give other outputs, reshaped to the layer's own output shape."""

    def note(number: int, kind: str, entering: Any, weight: Any, bias: Any, output: torch.Tensor) -> Any:
        return outputs[number].reshape(output.shape) if number in outputs else None

    return Layers(note)
