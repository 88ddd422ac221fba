"""P2, P3: loads and runs the student's torch networks; everything returned is plain data.

``make``, ``predict``, ``train`` are names of the student's functions. ``weights`` is the name of a handed-in file, or
None for a new network. Images come as uint8; ``predict_cnn`` and ``train_cnn`` get floats in [0, 1], as the notebook
says, the functions of P3 get them as they are.
"""

from __future__ import annotations

import pickle
from typing import Any

import torch
from torch import nn


def network_facts(student: Any, make: str, predict: str, image_shape: list[int]) -> dict:
    """Shapes of the trainable parameters of a new network, in the order of its layers."""
    model = getattr(student, make)()
    blank = torch.zeros(2, *image_shape, dtype=torch.uint8)
    getattr(student, predict)(model, _inputs(make, blank))  # gives lazy layers their shapes
    return {"shapes": [list(p.shape) for p in model.parameters() if p.requires_grad]}


def read_checkpoint(student: Any, file: str, make: str) -> dict:
    """``{"report", "data"}`` of a weights file that fits the network; else ``{"problem", "detail"}``."""
    try:
        content = torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        return {"problem": "code", "detail": _line(error)}
    except Exception as error:  # a damaged file raises RuntimeError, EOFError, KeyError …
        return {"problem": "unreadable", "detail": _line(error)}
    state = content.get("state_dict", content) if isinstance(content, dict) else None
    if not isinstance(state, dict) or not all(isinstance(value, torch.Tensor) for value in state.values()):
        return {"problem": "form", "detail": type(content).__name__}
    try:
        getattr(student, make)().load_state_dict(state)
    except RuntimeError as error:
        return {"problem": "architecture", "detail": _line(error)}
    report, data = content.get("report"), content.get("data")
    return {"report": report if isinstance(report, dict) else {}, "data": data if isinstance(data, str) else ""}


def network_scores(student: Any, weights: str | None, make: str, predict: str, images: torch.Tensor) -> Any:
    """What ``predict`` returns for the images."""
    return getattr(student, predict)(_network(student, weights, make), _inputs(make, images))


def scores_in_training_mode(student: Any, make: str, predict: str, images: torch.Tensor) -> dict:
    """Predictions of a new network that was put into training mode: twice for all images, once in fours."""
    model, batch = getattr(student, make)(), _inputs(make, images)
    before = _arrays(model)
    answers = {}
    for key in ("first", "second"):
        model.train()
        answers[key] = getattr(student, predict)(model, batch)
    model.train()
    answers["fours"] = torch.cat([torch.as_tensor(getattr(student, predict)(model, part)) for part in batch.split(4)])
    after = _arrays(model)
    return answers | {"changed": [name for name in before if not torch.equal(before[name], after[name])]}


def brief_training(
    student: Any, make: str, train: str, images: torch.Tensor, labels: torch.Tensor, epochs: int, seed: int
) -> dict:
    """Losses of a few epochs on few images, the calls of ``after_epoch``, and the parameters that did not change."""
    torch.manual_seed(seed)
    model = getattr(student, make)()
    before = {name: p.detach().clone() for name, p in model.named_parameters()}
    calls: list[bool] = []
    optimiser = [student.make_optimizer(model)] if train == "train_cats" else []
    inputs = _inputs(make, images)
    losses = getattr(student, train)(
        model, *optimiser, inputs, labels, epochs=epochs, seed=seed, after_epoch=lambda net: calls.append(net is model)
    )
    after = dict(model.named_parameters())
    unchanged = [name for name, value in before.items() if torch.equal(value, after[name].detach())]
    mutated = not torch.equal(inputs, _inputs(make, images))
    return {"losses": losses, "unchanged": unchanged, "of": len(before), "calls": calls, "mutated": mutated}


def _network(student: Any, weights: str | None, make: str) -> nn.Module:
    torch.manual_seed(0)
    model = getattr(student, make)()
    if weights is not None:
        content = torch.load(weights, map_location="cpu", weights_only=True)
        model.load_state_dict(content.get("state_dict", content))
    return model


def _arrays(model: nn.Module) -> dict:
    return {name: value.detach().cpu().clone() for name, value in model.state_dict().items()}


def _inputs(make: str, images: torch.Tensor) -> torch.Tensor:
    return images.float() / 255 if make == "make_cnn" else images.clone()


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
