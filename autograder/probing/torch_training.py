"""What a training of a torch network moved, and whether what it did not move could have moved, for probes.

This runs beside the student's code; hidden tests judge what it returns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn
from torch.nn.parameter import is_lazy

NO_SLOPE = 1e-5
"""A gradient that is never larger than this part of the largest one is rounding: a bias in front of a batch
normalisation has gradient 0, and float32 gives about 1e-8 for it."""


def materialise(model: nn.Module, predict: Callable[[], Any]) -> None:
    """Call ``predict`` once if the network has lazy modules, which get their parameters in the first forward pass."""
    if any(is_lazy(value) for value in (*model.parameters(), *model.buffers())):
        training = model.training
        predict()
        model.train(training)


class Movement:
    """The parameters of a network before a training, and the gradients that reach them during it."""

    def __init__(self, model: nn.Module) -> None:
        self._model = model
        self._before = {name: parameter.detach().clone() for name, parameter in model.named_parameters()}
        self._slopes: dict[str, float] = {}
        """Name → largest absolute entry of any gradient; no name for what no gradient has reached."""
        for name, parameter in model.named_parameters():
            if parameter.requires_grad:
                parameter.register_hook(lambda slope, name=name: self._note(name, slope))

    def left_out(self, predict: Callable[[], Any]) -> list[str]:
        """The names of parameters that are as they were, though a training moves them.

        Two kinds stay without fault: those with gradient 0, and those that ``predict``, which returns predictions of
        the network, does not depend on (a layer that is declared and not used).
        """
        after = dict(self._model.named_parameters())
        rounding = NO_SLOPE * max(self._slopes.values(), default=0.0)
        return [
            name
            for name in self._still()
            if (self._slopes[name] > rounding if name in self._slopes else _matters(after[name], predict))
        ]

    def moved(self) -> int:
        """How many parameters are not as they were."""
        return len(self._before) - len(self._still())

    def _still(self) -> list[str]:
        after = dict(self._model.named_parameters())
        return [name for name, old in self._before.items() if name in after and torch.equal(old, after[name].detach())]

    def _note(self, name: str, slope: torch.Tensor) -> None:
        self._slopes[name] = max(self._slopes.get(name, 0.0), float(slope.detach().abs().max()) if slope.numel() else 0)


def _matters(parameter: nn.Parameter, predict: Callable[[], Any]) -> bool:
    """Whether another value of the parameter changes the predictions; true where there are none to compare."""
    old = parameter.detach().clone()
    try:
        first = torch.as_tensor(predict()).detach().clone()
        with torch.no_grad():
            parameter.add_(torch.randn_like(parameter))
        return not torch.equal(first, torch.as_tensor(predict()).detach())
    except Exception:  # the student's function fails; another test says so
        return True
    finally:
        with torch.no_grad():
            parameter.copy_(old)
