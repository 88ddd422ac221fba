"""Turns a student's torch network and its weights file into plain data for the judge, for probes.

This runs beside the student's code; ``checks.weights_file`` and ``checks.evaluation_mode`` judge what it returns.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from autograder.probing.torch_training import materialise


def read_checkpoint(file: str, make: Callable[[], nn.Module]) -> dict[str, Any]:
    """Return ``{"report", "data"}`` of a file that fits the network of ``make``, else ``{"problem", "detail"}``.

    The file may hold a state_dict, or ``{"state_dict", "report", "data"}``. Problems: ``code`` (more than weights),
    ``unreadable``, ``form`` (no state_dict), ``architecture``.
    """
    try:
        content = torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        return {"problem": "code", "detail": _in_one_line(error)}
    except Exception as error:  # a damaged file raises RuntimeError, EOFError, KeyError …
        return {"problem": "unreadable", "detail": _in_one_line(error)}
    state = content.get("state_dict", content) if isinstance(content, dict) else None
    if not isinstance(state, dict) or not all(isinstance(value, torch.Tensor) for value in state.values()):
        return {"problem": "form", "detail": type(content).__name__}
    model = make()
    try:
        model.load_state_dict(state)
    except RuntimeError as error:
        return {"problem": "architecture", "detail": _in_one_line(error)}
    report, data = content.get("report"), content.get("data")
    return {"report": report if isinstance(report, dict) else {}, "data": data if isinstance(data, str) else ""}


def network_with(weights: str | Mapping[str, Any] | None, make: Callable[[], nn.Module]) -> nn.Module:
    """Make a network with seed 0 and load the weights of a file or of a state_dict of arrays, if there are any."""
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
    """Return a copy of the state_dict on the CPU."""
    return {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}


def scores_in_training_mode(
    model: nn.Module, predict: Callable[[nn.Module, torch.Tensor], Any], batch: torch.Tensor
) -> dict[str, Any]:
    """Predict with a network that is put into training mode before: twice all images at once, once in fours.

    Returns the predictions (``first``, ``second``, ``fours``) and ``changed``, the names of the parameters and buffers
    that predicting has changed.
    """
    materialise(model, lambda: predict(model, batch))
    before = state_of(model)
    predictions: dict[str, Any] = {}
    for key in ("first", "second"):
        model.train()
        predictions[key] = predict(model, batch)
    model.train()
    predictions["fours"] = torch.cat([torch.as_tensor(predict(model, part)) for part in torch.split(batch, 4)])
    after = state_of(model)
    return predictions | {"changed": [name for name in before if not torch.equal(before[name], after[name])]}


def _in_one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
