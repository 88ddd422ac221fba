"""Shared by the tests of Problem 2: the data, and checks of a network's outputs and of a training's inputs."""

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
"""Number of images that a test trains on: a multiple of 256, the sheet's batch size, because Keras traces the training
step once more for a batch of another size."""
EPOCHS = 10


@cache
def images(split: str, count: int) -> np.ndarray:
    """The first images of a split as rows of uint8."""
    return data.load("fashion_mnist", split)[0][:count].reshape(count, -1)


def some_images(rng: np.random.Generator, count: int) -> np.ndarray:
    """Randomly chosen test images as rows, float32 in [0, 1]."""
    test_images = data.load("fashion_mnist", "test")[0]
    chosen = test_images[rng.choice(len(test_images), count, replace=False)]
    return chosen.reshape(count, -1).astype(np.float32) / 255


def require_models(reply: Any, function: str) -> dict:
    """The reply of a probe about the models of ``function``; raises CheckFailed if the probe could not use them."""
    if not isinstance(reply, dict) or "problem" in reply:
        reason = str(reply["problem"]) if isinstance(reply, dict) else "its result has an unknown form"
        checks.fail(catalogue.NOT_EXAMINED(function=function, reason=reason))
    return reply


def check_training_set(training: dict, clean: np.ndarray, epochs: int) -> np.ndarray:
    """Fail unless every image was an input once in each epoch; returns the index of each input's image."""
    if not training["trained"]:
        checks.fail(catalogue.MODEL_NOT_TRAINED)
    inputs = np.asarray(training["inputs"], float)
    if inputs.shape[1:] != clean.shape[1:]:
        checks.fail(catalogue.INPUTS_NO_IMAGES)
    if len(inputs) == 0:
        checks.fail(catalogue.NO_BATCH)
    _check_scale(inputs, clean)
    distances = (inputs**2).sum(1)[:, None] - 2 * inputs @ clean.T + (clean.astype(float) ** 2).sum(1)
    sources = distances.argmin(axis=1)
    used = np.bincount(sources, minlength=len(clean))
    if (used == 0).any():
        checks.fail(catalogue.IMAGES_LEFT_OUT(used=int((used > 0).sum()), total=len(clean)))
    if (used != epochs).any():
        often = "more often" if used.sum() > epochs * len(clean) else "less often"
        checks.fail(catalogue.OTHER_EPOCHS(often=often, epochs=epochs))
    return sources


def _check_scale(inputs: np.ndarray, clean: np.ndarray) -> None:
    """Fail if the inputs are far from the clean images, which are grey: then an input's image cannot be identified."""
    if inputs.min() >= 0 and inputs.mean() < clean.mean() / 10:
        checks.fail(catalogue.INPUTS_SCALED)
    if np.mean((inputs == 0) | (inputs == 1)) > 0.5:
        checks.fail(catalogue.NOISE_TOO_STRONG)


def check_network(network: dict, sizes: Sequence[int], code: int, inputs: np.ndarray, function: str) -> None:
    """Fail unless outputs and codes are those of a fully connected network of these sizes with the probe's weights.

    ``code`` is the number of layers up to the code.
    """
    outputs = checks.array(network["outputs"], (len(inputs), sizes[-1]), f"the output of {function}")
    _check_count(network["weights"], sizes, function)
    activations = ["relu"] * (len(sizes) - 2) + ["sigmoid"]
    orders = list(_possible_orders(network["weights"], sizes))
    if not orders:
        checks.fail(catalogue.OTHER_LAYERS(function=function, layers=_arrows(sizes)))
    layers = min(orders, key=lambda order: np.abs(forward(order, activations, inputs) - outputs).max())
    mistakes = _activation_mistakes(orders, activations, inputs, outputs)
    expected = forward(layers, activations, inputs)
    checks.close(outputs, expected, f"the output of {function}", 1e-3, candidates=mistakes)
    _check_code(network, layers[:code], activations[:code], inputs, function)


def _check_code(network: dict, layers: list, activations: list[str], inputs: np.ndarray, function: str) -> None:
    name = f"the output of the encoder of {function}"
    codes = np.asarray(network["codes"])
    if codes.shape == np.shape(network["outputs"]):
        checks.fail(catalogue.ENCODER_RECONSTRUCTS, name)
    units = layers[-1][1].shape[0]
    if not network["shared"]:
        checks.fail(catalogue.ENCODER_OWN_WEIGHTS(function=function))
    codes = checks.array(codes, (len(inputs), units), name)
    pre_activations = forward(layers, [*activations[:-1], "linear"], inputs)
    mistakes = [(catalogue.CODE_BEFORE_ACTIVATION, pre_activations)]
    checks.close(codes, forward(layers, activations, inputs), name, 1e-3, candidates=mistakes)


def _check_count(weights: list, sizes: Sequence[int], function: str) -> None:
    expected, middle = count_parameters(sizes), len(sizes) // 2
    code = sizes[middle]
    counts = [
        (catalogue.NO_BIASES, expected - sum(sizes[1:])),
        (catalogue.CODE_TWICE_AS_WIDE, count_parameters([*sizes[:middle], 2 * code, *sizes[middle + 1 :]])),
        (catalogue.ONE_MORE_CODE_LAYER, count_parameters([*sizes[:middle], code, *sizes[middle:]])),
    ]
    if len(sizes) == 3:
        counts.append((catalogue.CODE_SIZE_FIXED, count_parameters(SHALLOW)))
    else:
        counts.append((catalogue.LAYERS_OF_128_MISSING, count_parameters(SHALLOW)))
        counts.append((catalogue.LAYER_OF_128_MISSING, count_parameters([784, 128, 32, 784])))
    candidates = [(mistake, count) for mistake, count in counts if count != expected]
    total = sum(int(np.size(array)) for array in weights)
    checks.parameter_count(total, expected, f"the number of parameters of {function} ({_arrows(sizes)})", candidates)


def _activation_mistakes(
    orders: list[list], activations: list[str], inputs: np.ndarray, outputs: np.ndarray
) -> list[tuple[Any, np.ndarray]]:
    """Networks with another activation in one layer, or with none inside, and the outputs that these lead to.

    Of the possible orders of the arrays, each takes the order that comes nearest to ``outputs``.
    """

    def nearest(changed: list[str]) -> np.ndarray:
        results = (forward(order, changed, inputs) for order in orders)
        return min(results, key=lambda result: np.abs(result - outputs).max())

    mistakes = []
    for index, activation in enumerate(activations):
        layer = "the output layer" if index == len(activations) - 1 else f"layer {index + 1}"
        for other in ACTIVATIONS:
            if other != activation:
                found = "no activation" if other == "linear" else f"the activation {other}"
                changed = [*activations[:index], other, *activations[index + 1 :]]
                mistake = catalogue.OTHER_ACTIVATION(layer=layer, found=found, expected=activation)
                mistakes.append((mistake, nearest(changed)))
    inner = ["linear"] * (len(activations) - 1)
    if len(inner) > 1:
        mistakes.append((catalogue.NO_INNER_ACTIVATION, nearest([*inner, activations[-1]])))
    return mistakes


def _possible_orders(weights: list, sizes: Sequence[int]) -> Iterator[list]:
    """(W, b) of each layer, for every order of the arrays that fits: several biases may have the same length."""
    kernels = [np.asarray(array) for array in weights if np.ndim(array) == 2]
    biases = [np.asarray(array) for array in weights if np.ndim(array) == 1]
    shapes = list(pairwise(sizes))
    if sorted(W.shape for W in kernels) != sorted(shapes) or len(biases) != len(kernels):
        return
    for ordered_biases in permutations(biases):
        if all(b.shape == (above,) for b, (_, above) in zip(ordered_biases, shapes, strict=True)):
            for ordered_kernels in permutations(kernels):
                if all(W.shape == shape for W, shape in zip(ordered_kernels, shapes, strict=True)):
                    yield list(zip(ordered_kernels, ordered_biases, strict=True))


def _arrows(sizes: Sequence[int]) -> str:
    return " → ".join(map(str, sizes))
