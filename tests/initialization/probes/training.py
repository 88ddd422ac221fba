"""Probes of T2 and T3: they load and run the student's networks and return plain data.

``make``, ``predict``, ``train`` are names of the student's functions. ``weights`` is the name of a handed-in file, a
state_dict of arrays (a network trained again) or None (a new network). Images come as uint8 and are given to the
student as float32 in [0, 1], as the notebook says.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from autograder.probing import torch_checkpoint
from autograder.probing.torch_training import Movement, materialise

PREDICT = {"make_fashion_mlp": "predict_fashion", "make_svhn_cnn": "predict_svhn"}


def network_facts(student: Any, make: str, predict: str, image_shape: list[int]) -> dict:
    """Kinds of the modules (names of the class and of its base classes) and shapes of the parameters."""
    model = getattr(student, make)()
    getattr(student, predict)(model, torch.zeros(2, *image_shape))  # gives lazy layers their shapes
    kinds = [[base.__name__ for base in type(module).__mro__] for module in model.modules()]
    return {"kinds": kinds, "shapes": {name: list(p.shape) for name, p in model.named_parameters()}}


def read_checkpoint(student: Any, file: str, make: str) -> dict:
    """See ``torch_checkpoint.read_checkpoint``; the network is made only when it is needed."""
    return torch_checkpoint.read_checkpoint(file, lambda: getattr(student, make)())


def network_scores(student: Any, weights: Any, make: str, predict: str, images: torch.Tensor) -> torch.Tensor:
    """Scores that ``predict`` returns for the images."""
    return getattr(student, predict)(_network(student, weights, make), _floats(images))


def weights_of(student: Any, weights: Any, make: str) -> dict:
    """The state_dict of the network with these weights."""
    return torch_checkpoint.state_of(_network(student, weights, make))


def scores_in_training_mode(student: Any, make: str, predict: str, images: torch.Tensor) -> dict:
    """Predictions of a new network that was put into training mode: twice for all images, once in fours."""
    model, function = getattr(student, make)(), getattr(student, predict)
    return torch_checkpoint.scores_in_training_mode(model, function, _floats(images))


def brief_training(
    student: Any, make: str, train: str, images: torch.Tensor, labels: torch.Tensor, epochs: int, seed: int
) -> dict:
    """Losses of a few epochs on few images, and the names of the parameters that the training left out."""
    torch.manual_seed(seed)
    model = _new_network(student, make, images)
    movement = Movement(model)
    losses = getattr(student, train)(model, _floats(images), labels, epochs=epochs, seed=seed)
    return {"losses": losses, "unchanged": movement.left_out(lambda: _predict(student, make, model, images[:8]))}


def train_again(
    student: Any,
    make: str,
    train: str,
    images: torch.Tensor,
    labels: torch.Tensor,
    epochs: int,
    seed: int,
    variant: str = "",
) -> dict:
    """The state_dict of a network trained from scratch; ``variant`` "reinitialise" or "augment" as T2.3, T3.5 do."""
    torch.manual_seed(seed)
    model = _new_network(student, make, images)
    if variant == "reinitialise":
        student.reinitialise(model, seed)
    options = {"augment": student.augment} if variant == "augment" else {}
    getattr(student, train)(model, _floats(images), labels, epochs=epochs, seed=seed, **options)
    return torch_checkpoint.state_of(model)


def reinitialised_layers(student: Any, make: str, seeds: list[int]) -> dict:
    """Weights of every ``nn.Linear`` of a new network before and after ``reinitialise``, once per seed."""
    model = _new_network(student, make, torch.zeros(2, 1, 28, 28))
    linear = [module for module in model.modules() if isinstance(module, nn.Linear)]
    before = [module.weight.detach().clone() for module in linear]
    returned, after = [], []
    for seed in seeds:
        returned.append(student.reinitialise(model, seed))
        after.append([module.weight.detach().clone() for module in linear])
    return {"before": before, "after": after, "returned": returned}


def counts(student: Any) -> dict:
    """``count_parameters`` of the student's own network and of one of ours."""
    own = _new_network(student, "make_svhn_cnn", torch.zeros(2, 3, 32, 32))
    return {"own": student.count_parameters(own), "ours": student.count_parameters(_our_network())}


def _our_network() -> nn.Module:
    """Convolution (3→4, 3×3), batch normalisation, two linear layers (144→6, 6→5): 1,025 parameters."""
    return nn.Sequential(
        nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.Flatten(), nn.Linear(144, 6), nn.ReLU(), nn.Linear(6, 5)
    )


def inputs_under_noise(student: Any, images: torch.Tensor, levels: list[float], seed: int) -> dict:
    """Inputs of a new network: for the images, for the images with noise of each level, and in ``noise_accuracies``."""
    model, clean = student.make_svhn_cnn(), _floats(images)
    inputs: list[torch.Tensor] = []
    model.register_forward_pre_hook(lambda module, given: inputs.append(given[0].detach().clone()))

    def entering() -> torch.Tensor:
        batches = torch.cat(inputs)
        inputs.clear()
        return batches

    student.predict_svhn(model, clean)
    plain, noisy = entering(), []
    for a in levels:
        student.predict_svhn(model, clean + a * torch.randn(clean.shape))
        noisy.append(entering())
    student.noise_accuracies(model, clean, torch.zeros(len(clean), dtype=torch.int64), seed)
    return {"plain": plain, "noisy": noisy, "theirs": entering()}


def claimed_noise_accuracies(student: Any, weights: Any, images: torch.Tensor, labels: torch.Tensor, seed: int) -> Any:
    """The result of ``noise_accuracies``."""
    return student.noise_accuracies(_network(student, weights, "make_svhn_cnn"), _floats(images), labels, seed)


def noisy_scores(student: Any, weights: Any, images: torch.Tensor) -> torch.Tensor:
    """``predict_svhn`` for images that are float32 already."""
    return student.predict_svhn(_network(student, weights, "make_svhn_cnn"), images)


def augmented_training(student: Any, images: torch.Tensor, labels: torch.Tensor, epochs: int, seed: int) -> dict:
    """Train with an ``augment`` that turns every image grey; return its arguments and the inputs of the network."""
    model, given, seeds, entering = student.make_svhn_cnn(), [], [], []

    def grey(batch: torch.Tensor, seed: int) -> torch.Tensor:
        given.append([len(batch), float(batch.min()), float(batch.max())])
        seeds.append(int(seed))
        return torch.full_like(batch, 0.5)

    def look(module: nn.Module, inputs: tuple) -> None:
        if module.training:
            entering.append(float(inputs[0].detach().flatten(2).std(dim=2).max()))

    model.register_forward_pre_hook(look)
    student.train_svhn(model, _floats(images), labels, epochs=epochs, seed=seed, augment=grey)
    return {"given": given, "seeds": seeds, "entering": entering}


def _new_network(student: Any, make: str, images: torch.Tensor) -> nn.Module:
    """A new network; lazy layers of it get their shapes from a prediction for two of the images."""
    model: nn.Module = getattr(student, make)()
    materialise(model, lambda: _predict(student, make, model, images[:2]))
    return model


def _predict(student: Any, make: str, model: nn.Module, images: torch.Tensor) -> Any:
    return getattr(student, PREDICT[make])(model, _floats(images))


def _network(student: Any, weights: Any, make: str) -> nn.Module:
    return torch_checkpoint.network_with(weights, getattr(student, make))


def _floats(images: torch.Tensor) -> torch.Tensor:
    return images.float() / 255
