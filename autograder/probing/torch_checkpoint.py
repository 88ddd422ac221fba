"""A student's torch network and the weights file that came with it, for probes: plain data for the judge.

Runs beside the student's code; ``checks.weights_file`` and ``checks.evaluation_mode`` judge what it returns.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn


def read_checkpoint(file: str, make: Callable[[], nn.Module]) -> dict:
    """``{"report", "data"}`` of a weights file that fits the network of ``make``; else ``{"problem", "detail"}``.

    The file holds a state_dict, or ``{"state_dict", "report", "data"}``. Problems: ``code`` (more than weights),
    ``unreadable``, ``form`` (no state_dict), ``architecture``.
    """
    try:
        content = torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        return {"problem": "code", "detail": _line(error)}
    except Exception as error:  # a damaged file raises RuntimeError, EOFError, KeyError …
        return {"problem": "unreadable", "detail": _line(error)}
    state = content.get("state_dict", content) if isinstance(content, dict) else None
    if not isinstance(state, dict) or not all(isinstance(value, torch.Tensor) for value in state.values()):
        return {"problem": "form", "detail": type(content).__name__}
    model = make()
    try:
        model.load_state_dict(state)
    except RuntimeError as error:
        return {"problem": "architecture", "detail": _line(error)}
    report, data = content.get("report"), content.get("data")
    return {"report": report if isinstance(report, dict) else {}, "data": data if isinstance(data, str) else ""}


def network_with(weights: str | Mapping[str, Any] | None, make: Callable[[], nn.Module]) -> nn.Module:
    """A network from seed 0 with the weights of a file, with those of a state_dict of arrays, or as it is made."""
    torch.manual_seed(0)
    model = make()
    if weights is None:
        return model
    state: Mapping[str, Any]
    if isinstance(weights, str):
        content = torch.load(weights, map_location="cpu", weights_only=True)
        state = content.get("state_dict", content)
    else:
        state = weights
    model.load_state_dict({name: torch.as_tensor(value) for name, value in state.items()})
    return model


def state_of(model: nn.Module) -> dict[str, torch.Tensor]:
    """A copy of the state_dict on the CPU."""
    return {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}


def scores_in_training_mode(
    model: nn.Module, predict: Callable[[nn.Module, torch.Tensor], Any], batch: torch.Tensor
) -> dict:
    """Predictions of a network that was put into training mode: twice for all images, once in fours."""
    before = state_of(model)
    answers = {}
    for key in ("first", "second"):
        model.train()
        answers[key] = predict(model, batch)
    model.train()
    answers["fours"] = torch.cat([torch.as_tensor(predict(model, part)) for part in batch.split(4)])
    after = state_of(model)
    return answers | {"changed": [name for name in before if not torch.equal(before[name], after[name])]}


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
