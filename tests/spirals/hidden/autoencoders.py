"""The data of the autoencoder tests, and what a network of known layers gives for its arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations
from typing import Any

import numpy as np

from autograder import checks, data
from solutions.spirals.autoencoder import ACTIVATIONS, SHALLOW, count_parameters, forward

TRAIN = 5_120
"""Images that a test trains on: a multiple of the sheet's batches of 256, since Keras traces the step of training once
more for a batch of another size."""
EPOCHS = 10


@cache
def images(split: str, count: int) -> np.ndarray:
    """The first images of a split as rows of uint8."""
    return data.load("fashion_mnist", split)[0][:count].reshape(count, -1)


def some_images(rng: np.random.Generator, count: int) -> np.ndarray:
    """Some test images, float32 in [0, 1]."""
    every = data.load("fashion_mnist", "test")[0]
    some = every[rng.choice(len(every), count, replace=False)]
    return some.reshape(count, -1).astype(np.float32) / 255


def value_of(found: Any, what: str) -> dict:
    """What a probe returned, unless it is a problem."""
    if not isinstance(found, dict) or "problem" in found:
        checks.fail(f"{what}: {found['problem'] if isinstance(found, dict) else 'it could not be looked at'}.")
    return found


def check_training_set(found: dict, clean: np.ndarray, epochs: int) -> np.ndarray:
    """Every image was an input once in every epoch; returns for each input the number of the image it was made of."""
    if not found["trained"]:
        checks.fail("train_autoencoder leaves the model as it was.", "not trained")
    inputs = np.asarray(found["inputs"], float)
    if inputs.shape[1:] != clean.shape[1:]:
        checks.fail("the inputs of the training are not images of 784 pixels.", "other inputs")
    if len(inputs) == 0:
        checks.fail("no batch passed through the model while it was trained.", "no inputs")
    _check_size(inputs, clean)
    distances = (inputs**2).sum(1)[:, None] - 2 * inputs @ clean.T + (clean.astype(float) ** 2).sum(1)
    which = distances.argmin(axis=1)
    used = np.bincount(which, minlength=len(clean))
    if (used == 0).any():
        checks.fail(
            f"only {(used > 0).sum()} of {len(clean)} images are used for training; train on all of them.",
            "images left out",
        )
    if (used != epochs).any():
        times = "more often" if used.sum() > epochs * len(clean) else "less often"
        checks.fail(f"images are used {times} than once in each of {epochs} epochs.", "other number of epochs")
    return which


def _check_size(inputs: np.ndarray, clean: np.ndarray) -> None:
    """The clean images are grey. Far from that, it cannot be said which image an input was made of."""
    if inputs.min() >= 0 and inputs.mean() < clean.mean() / 10:
        checks.fail(
            "the inputs of the training are not the images: they are far smaller, as if divided by 255 once more.",
            "inputs scaled",
        )
    if np.mean((inputs == 0) | (inputs == 1)) > 0.5:
        checks.fail(
            "most pixels of the training's inputs are 0 or 1: the noise is far stronger than noise_factor asks for.",
            "noise drowns the images",
        )


def check_network(found: dict, sizes: Sequence[int], code: int, inputs: np.ndarray, what: str) -> None:
    """Outputs and codes are those of a fully connected network with these layers and the weights found.

    ``code`` is the number of the layer that holds the code.
    """
    outputs = checks.array(found["outputs"], (len(inputs), sizes[-1]), f"the output of {what}")
    _check_count(found["weights"], sizes, what)
    right = ["relu"] * (len(sizes) - 2) + ["sigmoid"]
    ways = list(_ways_to_order(found["weights"], sizes))
    if not ways:
        checks.fail(f"the layers of {what} do not fit together as asked: {_arrows(sizes)}.", "other layers")
    layers = min(ways, key=lambda way: np.abs(forward(way, right, inputs) - outputs).max())
    wrong = _otherwise(ways, right, inputs, outputs)
    checks.close(outputs, forward(layers, right, inputs), f"the output of {what}", 1e-3, candidates=wrong)
    _check_code(found, layers[:code], right[:code], inputs, what)


def _check_code(found: dict, layers: list, activations: list[str], inputs: np.ndarray, what: str) -> None:
    name = f"the output of the encoder of {what}"
    codes = np.asarray(found["codes"])
    if codes.shape == np.shape(found["outputs"]):
        checks.fail(f"{name} is the reconstruction; the encoder ends at the code.", "encoder gives the reconstruction")
    units = layers[-1][1].shape[0]
    if not found["shared"]:
        checks.fail(
            f"the encoder of {what} has weights of its own, which training the autoencoder leaves as "
            "they are; make it of the autoencoder's layers.",
            "encoder does not share the layers",
        )
    codes = checks.array(codes, (len(inputs), units), name)
    before = forward(layers, [*activations[:-1], "linear"], inputs)
    wrong = {"it is the code before its activation": before}
    checks.close(codes, forward(layers, activations, inputs), name, 1e-3, candidates=wrong)


def _check_count(weights: list, sizes: Sequence[int], what: str) -> None:
    right, middle = count_parameters(sizes), len(sizes) // 2
    code = sizes[middle]
    wrong = {
        "the biases are missing": right - sum(sizes[1:]),
        "the code is twice as wide as asked": count_parameters([*sizes[:middle], 2 * code, *sizes[middle + 1 :]]),
        "there is one more layer as wide as the code": count_parameters([*sizes[:middle], code, *sizes[middle:]]),
    }
    if len(sizes) == 3:
        wrong["the code has 32 units whatever code_size says"] = count_parameters(SHALLOW)
    else:
        wrong["the layers of 128 units are missing"] = count_parameters(SHALLOW)
        wrong["one of the two layers of 128 units is missing"] = count_parameters([784, 128, 32, 784])
    named = {name: count for name, count in wrong.items() if count != right}
    found = sum(int(np.size(one)) for one in weights)
    checks.parameter_count(found, right, f"the number of parameters of {what} ({_arrows(sizes)})", named)


def _otherwise(ways: list[list], right: list[str], inputs: np.ndarray, outputs: np.ndarray) -> dict[str, np.ndarray]:
    """Name of a mistake → the output with another activation in one layer, in the nearest order of arrays."""

    def nearest(activations: list[str]) -> np.ndarray:
        return min((forward(way, activations, inputs) for way in ways), key=lambda one: np.abs(one - outputs).max())

    found = {}
    for index, activation in enumerate(right):
        place = "the output layer" if index == len(right) - 1 else f"layer {index + 1}"
        for other in ACTIVATIONS:
            if other != activation:
                what = "has no activation" if other == "linear" else f"has the activation {other}"
                activations = [*right[:index], other, *right[index + 1 :]]
                found[f"{place} {what} where {activation} is asked for"] = nearest(activations)
    inner = ["linear"] * (len(right) - 1)
    if len(inner) > 1:
        found["no inner layer has an activation"] = nearest([*inner, right[-1]])
    return found


def _ways_to_order(weights: list, sizes: Sequence[int]) -> Iterator[list]:
    """(W, b) of each layer, for every order of the arrays that fits: biases may be equally long."""
    kernels = [np.asarray(one) for one in weights if np.ndim(one) == 2]
    biases = [np.asarray(one) for one in weights if np.ndim(one) == 1]
    shapes = list(pairwise(sizes))
    if sorted(one.shape for one in kernels) != sorted(shapes) or len(biases) != len(kernels):
        return
    for some in permutations(biases):
        if all(b.shape == (above,) for b, (_, above) in zip(some, shapes, strict=True)):
            for others in permutations(kernels):
                if all(W.shape == shape for W, shape in zip(others, shapes, strict=True)):
                    yield list(zip(others, some, strict=True))


def _arrows(sizes: Sequence[int]) -> str:
    return " → ".join(map(str, sizes))
