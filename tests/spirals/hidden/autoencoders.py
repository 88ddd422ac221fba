"""The data of the autoencoder tests, and what a network of known layers gives for its arrays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, permutations
from typing import Any

import numpy as np

from autograder import checks, data
from solutions.spirals.autoencoder import ACTIVATIONS, SHALLOW, count_parameters, forward
from tests.spirals.hidden import catalogue_autoencoders as catalogue

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
        reason = str(found["problem"]) if isinstance(found, dict) else "it could not be examined"
        checks.fail(catalogue.NOT_EXAMINED(function=what, reason=reason))
    return found


def check_training_set(found: dict, clean: np.ndarray, epochs: int) -> np.ndarray:
    """Every image was an input once in every epoch; returns for each input the number of the image it was made of."""
    if not found["trained"]:
        checks.fail(catalogue.MODEL_NOT_TRAINED)
    inputs = np.asarray(found["inputs"], float)
    if inputs.shape[1:] != clean.shape[1:]:
        checks.fail(catalogue.INPUTS_NO_IMAGES)
    if len(inputs) == 0:
        checks.fail(catalogue.NO_BATCH)
    _check_size(inputs, clean)
    distances = (inputs**2).sum(1)[:, None] - 2 * inputs @ clean.T + (clean.astype(float) ** 2).sum(1)
    which = distances.argmin(axis=1)
    used = np.bincount(which, minlength=len(clean))
    if (used == 0).any():
        checks.fail(catalogue.IMAGES_LEFT_OUT(used=int((used > 0).sum()), total=len(clean)))
    if (used != epochs).any():
        often = "more often" if used.sum() > epochs * len(clean) else "less often"
        checks.fail(catalogue.OTHER_EPOCHS(often=often, epochs=epochs))
    return which


def _check_size(inputs: np.ndarray, clean: np.ndarray) -> None:
    """The clean images are grey. Far from that, it cannot be said which image an input was made of."""
    if inputs.min() >= 0 and inputs.mean() < clean.mean() / 10:
        checks.fail(catalogue.INPUTS_SCALED)
    if np.mean((inputs == 0) | (inputs == 1)) > 0.5:
        checks.fail(catalogue.NOISE_TOO_STRONG)


def check_network(found: dict, sizes: Sequence[int], code: int, inputs: np.ndarray, what: str) -> None:
    """Outputs and codes are those of a fully connected network with these layers and the weights found.

    ``code`` is the number of the layer that holds the code.
    """
    outputs = checks.array(found["outputs"], (len(inputs), sizes[-1]), f"the output of {what}")
    _check_count(found["weights"], sizes, what)
    right = ["relu"] * (len(sizes) - 2) + ["sigmoid"]
    ways = list(_ways_to_order(found["weights"], sizes))
    if not ways:
        checks.fail(catalogue.OTHER_LAYERS(function=what, layers=_arrows(sizes)))
    layers = min(ways, key=lambda way: np.abs(forward(way, right, inputs) - outputs).max())
    wrong = _otherwise(ways, right, inputs, outputs)
    checks.close(outputs, forward(layers, right, inputs), f"the output of {what}", 1e-3, candidates=wrong)
    _check_code(found, layers[:code], right[:code], inputs, what)


def _check_code(found: dict, layers: list, activations: list[str], inputs: np.ndarray, what: str) -> None:
    name = f"the output of the encoder of {what}"
    codes = np.asarray(found["codes"])
    if codes.shape == np.shape(found["outputs"]):
        checks.fail(catalogue.ENCODER_RECONSTRUCTS, name)
    units = layers[-1][1].shape[0]
    if not found["shared"]:
        checks.fail(catalogue.ENCODER_OWN_WEIGHTS(function=what))
    codes = checks.array(codes, (len(inputs), units), name)
    before = forward(layers, [*activations[:-1], "linear"], inputs)
    wrong = [(catalogue.CODE_BEFORE_ACTIVATION, before)]
    checks.close(codes, forward(layers, activations, inputs), name, 1e-3, candidates=wrong)


def _check_count(weights: list, sizes: Sequence[int], what: str) -> None:
    right, middle = count_parameters(sizes), len(sizes) // 2
    code = sizes[middle]
    wrong = [
        (catalogue.NO_BIASES, right - sum(sizes[1:])),
        (catalogue.CODE_TWICE_AS_WIDE, count_parameters([*sizes[:middle], 2 * code, *sizes[middle + 1 :]])),
        (catalogue.ONE_MORE_CODE_LAYER, count_parameters([*sizes[:middle], code, *sizes[middle:]])),
    ]
    if len(sizes) == 3:
        wrong.append((catalogue.CODE_SIZE_FIXED, count_parameters(SHALLOW)))
    else:
        wrong.append((catalogue.LAYERS_OF_128_MISSING, count_parameters(SHALLOW)))
        wrong.append((catalogue.LAYER_OF_128_MISSING, count_parameters([784, 128, 32, 784])))
    named = [(mistake, count) for mistake, count in wrong if count != right]
    total = sum(int(np.size(array)) for array in weights)
    checks.parameter_count(total, right, f"the number of parameters of {what} ({_arrows(sizes)})", named)


def _otherwise(
    ways: list[list], right: list[str], inputs: np.ndarray, outputs: np.ndarray
) -> list[tuple[Any, np.ndarray]]:
    """Mistakes with the output that they lead to, another activation in one layer, in the nearest order of arrays."""

    def nearest(activations: list[str]) -> np.ndarray:
        return min((forward(way, activations, inputs) for way in ways), key=lambda one: np.abs(one - outputs).max())

    mistakes = []
    for index, activation in enumerate(right):
        place = "the output layer" if index == len(right) - 1 else f"layer {index + 1}"
        for other in ACTIVATIONS:
            if other != activation:
                what = "no activation" if other == "linear" else f"the activation {other}"
                activations = [*right[:index], other, *right[index + 1 :]]
                mistake = catalogue.OTHER_ACTIVATION(layer=place, found=what, expected=activation)
                mistakes.append((mistake, nearest(activations)))
    inner = ["linear"] * (len(right) - 1)
    if len(inner) > 1:
        mistakes.append((catalogue.NO_INNER_ACTIVATION, nearest([*inner, right[-1]])))
    return mistakes


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
