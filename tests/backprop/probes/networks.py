"""P2, P3: loads and runs the student's torch networks; every probe returns plain data.

``make``, ``predict``, ``train`` are names of the student's functions. ``weights`` is the name of a handed-in file, or
None for a new network. Images arrive as uint8; ``predict_cnn`` and ``train_cnn`` get floats in [0, 1], as the notebook
says, and the functions of P3 get uint8.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from autograder.probing import torch_checkpoint as torch_weights
from autograder.probing.torch_training import Movement, materialise

PREDICT = {"make_cnn": "predict_cnn", "make_cats_model": "predict_cats"}


def network_facts(student: Any, make: str, predict: str, image_shape: list[int]) -> dict:
    """Shapes of the trainable parameters of a new network, in the order of its layers."""
    model = getattr(student, make)()
    blank = torch.zeros(2, *image_shape, dtype=torch.uint8)
    getattr(student, predict)(model, _inputs(make, blank))  # so that lazy layers get their shapes
    return {"shapes": [list(p.shape) for p in model.parameters() if p.requires_grad]}


def read_checkpoint(student: Any, file: str, make: str) -> dict:
    """See ``torch_weights.read_checkpoint``; it makes the network only where it needs one."""
    return torch_weights.read_checkpoint(file, lambda: getattr(student, make)())


def network_scores(student: Any, weights: str | None, make: str, predict: str, images: torch.Tensor) -> Any:
    """What ``predict`` returns for the images."""
    return getattr(student, predict)(torch_weights.network_with(weights, getattr(student, make)), _inputs(make, images))


def scores_in_training_mode(student: Any, make: str, predict: str, images: torch.Tensor) -> dict:
    """Predictions of a new network in training mode: twice for all images, once in batches of four."""
    return torch_weights.scores_in_training_mode(
        getattr(student, make)(), getattr(student, predict), _inputs(make, images)
    )


def brief_training(
    student: Any, make: str, train: str, images: torch.Tensor, labels: torch.Tensor, epochs: int, seed: int
) -> dict:
    """Train for a few epochs on few images; losses, calls of ``after_epoch``, parameters left out, changed images."""
    torch.manual_seed(seed)
    model = new_network(student, make, images)
    movement = Movement(model)
    calls: list[bool] = []
    optimiser = [student.make_optimizer(model)] if train == "train_cats" else []
    inputs = _inputs(make, images)
    losses = getattr(student, train)(
        model, *optimiser, inputs, labels, epochs=epochs, seed=seed, after_epoch=lambda net: calls.append(net is model)
    )
    mutated = not torch.equal(inputs, _inputs(make, images))
    unchanged = movement.left_out(lambda: _predict(student, make, model, images[:8]))
    return {
        "losses": losses,
        "unchanged": unchanged,
        "of": movement.moved() + len(unchanged),
        "calls": calls,
        "mutated": mutated,
    }


def new_network(student: Any, make: str, images: torch.Tensor) -> nn.Module:
    """A new network; lazy layers of it get their shapes from a prediction for two of the images (N, …) uint8."""
    model: nn.Module = getattr(student, make)()
    materialise(model, lambda: _predict(student, make, model, images[:2]))
    return model


def _predict(student: Any, make: str, model: nn.Module, images: torch.Tensor) -> Any:
    return getattr(student, PREDICT[make])(model, _inputs(make, images))


def _inputs(make: str, images: torch.Tensor) -> torch.Tensor:
    return images.float() / 255 if make == "make_cnn" else images.clone()
