"""Turns a student's torch network and its weights file into plain data for the judge, for probes.

This runs beside the student's code; ``checks.weights_file`` and ``checks.evaluation_mode`` judge what it returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import nn

from autograder.probing.torch_file import UnusableFile, open_file, plain
from autograder.probing.torch_names import fit_names, shapes_of, weight_tables
from autograder.probing.torch_training import materialise
from autograder.probing.weights_files import describe_misfits, in_one_line


def read_checkpoint(file: str, make: Callable[[], nn.Module]) -> dict[str, Any]:
    """Return ``{"report", "data"}`` of a file that fits the network of ``make``, else ``{"problem", "detail"}``.

    The file may hold a state_dict, or a dictionary with one in it, such as ``{"state_dict", "report", "data"}``.
    Problems: ``code`` (more than weights), ``unreadable``, ``form`` (no state_dict), ``architecture``.
    """
    try:
        content = open_file(file)
        _load(content, make)
    except UnusableFile as unusable:
        return {"problem": unusable.problem, "detail": unusable.detail}
    beside = content if isinstance(content, dict) else {}
    report, data = beside.get("report"), beside.get("data")
    return {"report": plain(report) if isinstance(report, dict) else {}, "data": data if isinstance(data, str) else ""}


def network_with(weights: str | Mapping[str, Any] | None, make: Callable[[], nn.Module]) -> nn.Module:
    """Make a network with seed 0 and load the weights of a file or of a state_dict of arrays, if there are any."""
    torch.manual_seed(0)
    if weights is None:
        return make()
    return _load(open_file(weights) if isinstance(weights, str) else weights, make)


def _load(content: Any, make: Callable[[], nn.Module]) -> nn.Module:
    """Make a network and load the first state_dict in the content that fits it. UnusableFile when none does."""
    tables = weight_tables(content)
    if not tables:
        raise UnusableFile("form", _describe(content))
    model = make()
    misfit = ""
    for table in tables:
        # as torch takes it, with all that the network's own hooks do; then under the network's names
        for state in (table, fit_names(table, model.state_dict().keys())):
            try:
                model.load_state_dict(state)
                return model
            except (RuntimeError, TypeError) as error:
                message = in_one_line(error)
        misfit = misfit or describe_misfits(shapes_of(state), shapes_of(model.state_dict())) or message
    raise UnusableFile("architecture", misfit)


def _describe(content: Any) -> str:
    if not isinstance(content, dict):
        return f"an object of the type {type(content).__name__}"
    keys = ", ".join(repr(key) for key in list(content)[:5])
    return f"a dictionary with the keys {keys}" if keys else "an empty dictionary"


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
