"""P4.2, P5.4, P6: loads, runs and trains the student's networks, and returns plain data.

``make``, ``train`` are names of the student's functions, ``weights`` is the name of a handed-in file or None (a new
network). Images are uint8 (N, 28, 28) or float32 (N, 1, 28, 28); the student's code always gets the latter, in [0, 1].
"""

from __future__ import annotations

from typing import Any

import torch
from torch import nn
from torch.optim.optimizer import register_optimizer_step_pre_hook
from torch.utils.data import DataLoader, TensorDataset

from autograder.probing import torch_checkpoint as torch_weights
from autograder.probing.chance import same_chance
from autograder.probing.torch_training import Movement, materialise

from .layers import Layers, distinct, identity_of, replacing, trace


def network_shapes(student: Any, make: str) -> list[list[int]]:
    """Shapes of the parameters of a new network."""
    return [list(parameter.shape) for parameter in _new_network(student, make).parameters()]


def read_checkpoint(student: Any, file: str, make: str) -> dict:
    """See ``torch_weights.read_checkpoint``."""
    return torch_weights.read_checkpoint(file, lambda: getattr(student, make)())


def filters_of(student: Any, weight: torch.Tensor) -> dict:
    """``first_filters`` of a network whose first convolution has these weights, and the weights after the call."""
    model = _new_network(student, "CNN")
    first = next(module for module in model.modules() if isinstance(module, nn.Conv2d))
    with torch.no_grad():
        first.weight.copy_(weight)
    return {"filters": _plain(student.first_filters(model)), "weight": first.weight.detach()}


class Known(nn.Module):
    """A network whose prediction is the class that the first pixel names; in training mode, the next class."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(()))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        guesses = (x[:, 0, 0, 0] * 255).round().long() + self.training
        return torch.log_softmax(5 * self.scale * nn.functional.one_hot(guesses % 10, 10).float(), dim=1)


def confusion_of_known(student: Any, guesses: torch.Tensor, labels: torch.Tensor, batch_size: int) -> Any:
    """``confusion_matrix_of`` for a network that predicts ``guesses[i]`` for image i and was put into training mode."""
    images = torch.zeros(len(labels), 1, 28, 28)
    images[:, 0, 0, 0] = guesses / 255
    loader = DataLoader(TensorDataset(images, labels), batch_size=batch_size)
    return _plain(student.confusion_matrix_of(Known().train(), loader))


def scores(student: Any, weights: str, images: torch.Tensor, size: int) -> list[torch.Tensor]:
    """The outputs of the network of P4 for the images, ``size`` images at a time, in evaluation mode."""
    model = torch_weights.network_with(weights, student.CNN).eval()
    with torch.no_grad():
        return [model(_floats(part)) for part in images.split(size)]


def rebuilt(student: Any, weights: str | None, make: str, images: torch.Tensor) -> Any:
    """``reconstruct`` of the images, by a network that was put into training mode before."""
    model = torch_weights.network_with(weights, getattr(student, make)).train()
    return _plain(student.reconstruct(model, _floats(images)))


def rebuilt_in_parts(student: Any, weights: str, make: str, images: torch.Tensor, size: int) -> list:
    """The same as ``rebuilt``, ``size`` images at a time, by a single network."""
    model = torch_weights.network_with(weights, getattr(student, make))
    return [_plain(student.reconstruct(model.train(), _floats(part))) for part in images.split(size)]


def codes(student: Any, weights: str | None, make: str, images: torch.Tensor) -> Any:
    """``embed`` of the images, by a network that was put into training mode before."""
    model = torch_weights.network_with(weights, getattr(student, make)).train()
    return _plain(student.embed(model, _floats(images)))


def answers(student: Any, make: str, images: torch.Tensor, gain: float) -> dict:
    """Reconstruction and code of each image in a row: of all images, of all images again, and of each half alone.

    They come from a new network in training mode. Its weights are multiplied by ``gain``, so that its outputs depend
    on its inputs noticeably.
    """
    torch.manual_seed(0)
    model = _new_network(student, make)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.mul_(gain if parameter.dim() > 1 else 1)
    batch, half = _floats(images), len(images) // 2

    def rows(part: torch.Tensor) -> torch.Tensor:
        results = (getattr(student, name)(model.train(), part.clone()) for name in ("reconstruct", "embed"))
        return torch.cat([torch.as_tensor(result).reshape(len(part), -1) for result in results], dim=1)

    return {"first": rows(batch), "again": rows(batch), "halves": torch.cat([rows(batch[:half]), rows(batch[half:])])}


def traced(student: Any, make: str, images: torch.Tensor, seed: int) -> dict:
    """The layers, the reconstruction and the code of each image, computed one image at a time by a new network."""
    torch.manual_seed(seed)
    model = getattr(student, make)()
    runs = []
    for image in _floats(images).split(1):
        results: list[Any] = []
        layers = distinct(trace(lambda x=image, to=results: to.append(student.reconstruct(model, x.clone()))))
        runs.append({"layers": layers, "rebuilt": _plain(results[0]), "code": _plain(student.embed(model, image))})
    return {"runs": runs, "parameters": sum(p.numel() for p in model.parameters())}


def rerouted(
    student: Any, make: str, image: torch.Tensor, other: torch.Tensor, numbers: list[int], seeds: list[int]
) -> Any:
    """How much the reconstruction of ``image`` changes when some layers give their outputs for the image ``other``.

    ``numbers`` are those of both convolutions of the encoder and of the layer that gives the code. The result is the
    largest change over new networks from these ``seeds``: when only the second convolution's output changes
    ("second"), only the first's ("first"), or only the image while all three outputs are kept ("image").
    """
    largest = {"first": 0.0, "second": 0.0, "image": 0.0}
    for seed in seeds:
        torch.manual_seed(seed)
        model = getattr(student, make)()
        layers, other_layers = (trace(lambda m=model, x=x: student.reconstruct(m, _floats(x))) for x in (image, other))
        kept = {number: layers[number]["output"] for number in numbers}
        first, second, _ = numbers
        variations = {
            "first": (image, kept | {first: other_layers[first]["output"]}),
            "second": (image, kept | {second: other_layers[second]["output"]}),
            "image": (other, kept),
        }
        before = torch.as_tensor(student.reconstruct(model, _floats(image)))
        for name, (entering, outputs) in variations.items():
            with replacing(outputs):
                after = torch.as_tensor(student.reconstruct(model, _floats(entering)))
            largest[name] = max(largest[name], float((after - before).abs().max()))
    return largest


def watched_training(
    student: Any, make: str, train: str, images: torch.Tensor, epochs: int, seed: int, options: dict
) -> dict:
    """Trains a new network for a short time and returns what this shows.

    ``unchanged``: the parameters that the training left out (``Movement.left_out``). ``which``: the number of the image
    behind each input of the training, in order.
    ``inputs``, ``values``, ``slopes``: the network's inputs in the first batch, the outputs of its last layer, and the
    derivative of the loss by these outputs.
    """
    torch.manual_seed(seed)
    model = getattr(student, make)()
    clean = images.clone()
    layers = distinct(trace(lambda: student.reconstruct(model, clean[:1])))
    first, last = layers[0]["weight"], layers[-1]["weight"]
    entered = torch.zeros(0)
    movement = Movement(model)
    batches: list[dict] = []
    steps: list[dict] = []

    def note(number: int, kind: str, entering: Any, weight: Any, bias: Any, output: torch.Tensor) -> None:
        nonlocal entered
        if identity_of(weight) == first:
            entered = entering.detach().flatten(1).clone()
        if identity_of(weight) == last and output.requires_grad:
            inputs, values = entered, output.detach().flatten(1).clone()
            output.register_hook(lambda slope: batches.append({"inputs": inputs, "values": values, "slopes": slope}))

    def step(optimiser: Any, *_: Any) -> None:
        kinds = [base.__name__ for base in type(optimiser).__mro__]
        steps.append({"kinds": kinds, "rates": [float(group["lr"]) for group in optimiser.param_groups]})

    handle = register_optimizer_step_pre_hook(step)
    try:
        with Layers(note):
            losses = getattr(student, train)(model, images, epochs=epochs, seed=seed, **options)
    finally:
        handle.remove()
    return {
        "losses": _plain(losses),
        "unchanged": movement.left_out(lambda: student.reconstruct(model, clean[:8])),
        "changed_images": not torch.equal(images, clean),
        "optimiser": steps[0] if steps else None,
        "which": torch.cat([_nearest(batch["inputs"], clean) for batch in batches])
        if batches
        else torch.zeros(0).long(),
        "first": {name: batches[0][name].detach().flatten(1)[:64] for name in batches[0]} if batches else None,
    }


def attributes_after_corrupt(student: Any, images: torch.Tensor, seeds: list) -> dict:
    """``corrupt`` of the images with each seed (None: without a seed), and the images after the calls.

    Chance differs from call to call, as it would if they were seconds apart.
    """
    noisy = []
    for number, seed in enumerate(seeds):
        same_chance(student, number)
        noisy.append(_plain(student.corrupt(images) if seed is None else student.corrupt(images, seed)))
    return {"noisy": noisy, "images": images}


def _new_network(student: Any, make: str) -> nn.Module:
    """A new network; lazy layers of it get their shapes from a black image."""
    model: nn.Module = getattr(student, make)()
    blank = torch.zeros(2, 1, 28, 28)
    materialise(model, lambda: model(blank) if make == "CNN" else student.reconstruct(model, blank))
    return model


def _nearest(inputs: torch.Tensor, images: torch.Tensor) -> torch.Tensor:
    """The number of the image that each input correlates with most; scaling and noise do not matter."""
    rows, known = (x.flatten(1) - x.flatten(1).mean(dim=1, keepdim=True) for x in (inputs, images))
    return (rows @ (known / known.norm(dim=1, keepdim=True)).T).argmax(dim=1)


def _floats(images: torch.Tensor) -> torch.Tensor:
    return images.clone() if images.is_floating_point() else images.reshape(-1, 1, 28, 28).float() / 255


def _plain(result: Any) -> Any:
    """Tensors of a result without gradient, on the CPU."""
    if isinstance(result, torch.Tensor):
        return result.detach().cpu()
    return [_plain(part) for part in result] if isinstance(result, (list, tuple)) else result
