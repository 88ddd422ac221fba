"""Inspects autoencoders: the widths of their layers, and what happens to the code. Runs in the worker."""

from __future__ import annotations

from typing import Any

import numpy as np

from .mnist import activation_of, answer_of, built_network, predict, with_weights
from .watching import layer_calls

MAKE = "make_autoencoder"


def narrow_layers(student: Any, images: np.ndarray, draws: int, seed: int) -> dict:
    """The widths of the layers of a new autoencoder, and what its layers of width two do.

    ``sizes``: numbers for each image, by layer. ``draws``: for each draw of all weights, the layers that give two
    numbers, with their outputs and inputs (None if there are too many inputs to fit a linear map, or if the layer is
    not one of Keras' own). ``shape``: that of the reconstructions.
    """
    model = built_network(student, MAKE)
    if isinstance(model, dict):
        return model
    rng, values_by_draw, sizes, shape = np.random.default_rng(seed), [], [], ()
    for _ in range(draws):
        _draw(model, rng)
        with layer_calls() as calls:
            shape = np.shape(predict(student, MAKE, model, images))
        leaves = [call for call in calls if call["leaf"]]
        sizes = [int(call["outputs"].shape[1]) for call in leaves]
        values_by_draw.append(_narrow_values(leaves))
    return {"sizes": sizes, "draws": values_by_draw, "shape": list(shape)}


def inner_codes(student: Any, file: str, images: np.ndarray) -> dict:
    """What ``embed`` returns for a few images with the weights of the file, and all pairs of numbers in the network."""
    model = with_weights(student, MAKE, file)
    if isinstance(model, dict):
        return model
    with layer_calls() as calls:
        predict(student, MAKE, model[0], images)
    inside = [call[key] for call in calls for key in ("outputs", "inputs") if call[key].shape[1] == 2]
    codes = student.embed(model[0], images)
    return {"codes": np.array(codes) if hasattr(codes, "numpy") else codes, "inside": inside}


def handed_in_codes(student: Any, file: str, images: np.ndarray) -> Any:
    """What ``embed`` returns for the images with the weights of the file."""
    return answer_of(student, MAKE, file, lambda model: student.embed(model, images))


def _narrow_values(leaves: list[dict]) -> list[dict]:
    """What the layers of width two do, and what a plain function does with their outputs before the next layer."""
    found: list[dict] = []
    for call in leaves:
        if call["inputs"].shape[1] == 2 and found and len(call["inputs"]) == len(found[-1]["outputs"]):
            given = {"inputs": found[-1]["outputs"], "outputs": call["inputs"].astype(np.float32)}
            found.append({"kind": "a function", "activation": ""} | given)
        if call["outputs"].shape[1] == 2:
            found.append(_layer_values(call))
    return found


def _layer_values(call: dict) -> dict:
    inputs, outputs = call["inputs"], call["outputs"]
    fits = inputs.shape[1] + 1 < 0.9 * len(inputs)
    own = type(call["layer"]).__module__.startswith("keras.")
    return {
        "kind": type(call["layer"]).__name__,
        "activation": activation_of(call["layer"]),
        "inputs": inputs.astype(np.float32) if fits and own else None,
        "outputs": outputs.astype(np.float32),
    }


def _draw(model: Any, rng: np.random.Generator) -> None:
    """Draws new normal values for all trainable weights, with variance 2 / fan-in for kernels."""
    for variable in model.trainable_weights:
        shape = tuple(variable.shape)
        spread = 0.3 if len(shape) < 2 else float(np.sqrt(2 / np.prod(shape[:-1])))
        variable.assign(spread * rng.standard_normal(shape))
