"""Probes of Problem 2: the layers of autoencoders, their training and their reconstructions.

TensorFlow is imported inside the functions, because the probes' names are also read where it is not installed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.probing.chance import same_chance
from autograder.probing.keras_runtime import eagerly, prepare


def arguments_after_gradients(student: Any, arguments: list) -> list:
    """The arguments of ``autoencoder_gradients`` as they are after the call."""
    student.autoencoder_gradients(*arguments)
    return arguments


def network_values(student: Any, make: str, arguments: list, images: np.ndarray, seed: int) -> dict:
    """The weights, outputs and codes of a new autoencoder, after random changes of all weights and biases.

    ``weights`` are in Keras' order; ``shared`` is true if every weight of the encoder belongs to the autoencoder.
    """
    prepare("fashion_mnist")
    models = _pair_of_models(getattr(student, make)(*arguments))
    if isinstance(models, str):
        return {"problem": models}
    autoencoder, encoder = models
    autoencoder(images), encoder(images)  # subclassed models create their weights in the first call
    rng = np.random.default_rng(seed)
    for variable in autoencoder.weights:
        spread = 0.3 if len(variable.shape) == 1 else 0.05
        variable.assign(_array(variable) + spread * rng.standard_normal(tuple(variable.shape)))
    own = {id(variable) for variable in autoencoder.weights}
    return {
        "weights": [_array(variable) for variable in autoencoder.weights],
        "outputs": _array(autoencoder(images)),
        "codes": _array(encoder(images)),
        "shared": all(id(variable) in own for variable in encoder.weights),
    }


def noisy_images(student: Any, images: np.ndarray, options: list[dict]) -> dict:
    """The results of ``add_noise`` for each dictionary of keyword arguments, and the images after all calls.

    Chance differs from call to call, as it would if they were seconds apart.
    """
    prepare("fashion_mnist")
    noisy = []
    for number, keywords in enumerate(options):
        same_chance(student, number)
        noisy.append(_array(student.add_noise(images, **keywords)))
    return {"noisy": noisy, "images": images}


def error_of_known_network(student: Any, inputs: np.ndarray, targets: np.ndarray) -> dict:
    """``squared_error`` of a network made here, and the outputs of this network for the inputs and for the targets."""
    prepare("fashion_mnist")
    model = _small_network()
    value = student.squared_error(model, inputs, targets)
    return {"value": _listed(value), "outputs": _array(model(inputs)), "others": _array(model(targets))}


def observed_training(student: Any, images: np.ndarray, epochs: int, noise_factor: float) -> dict:
    """Lets ``train_autoencoder`` train a network made here, and records every batch.

    ``inputs`` are all inputs in order; ``targets`` are their targets, or None if the loss was not computed by Keras.
    """
    prepare("fashion_mnist")
    calls: list[tuple[str, np.ndarray]] = []

    def record(role: str, values: Any) -> None:
        if isinstance(values, np.ndarray) or hasattr(values, "numpy"):  # not a symbolic tensor
            calls.append((role, _array(values)))

    model = _small_network(record)
    before = [_array(variable) for variable in model.weights]
    with eagerly():
        losses = student.train_autoencoder(model, images, epochs=epochs, noise_factor=noise_factor)
    pairs = [(calls[i - 1][1], values) for i, (role, values) in enumerate(calls) if role == "targets" and i]
    inputs = [batch for batch, _ in pairs] or [values for role, values in calls if role == "inputs"]
    return {
        "losses": losses,
        "inputs": np.concatenate(inputs) if inputs else np.zeros((0, images.shape[1])),
        "targets": np.concatenate([targets for _, targets in pairs]) if pairs else None,
        "trained": any((old != _array(new)).any() for old, new in zip(before, model.weights, strict=True)),
    }


def trained_reconstructions(
    student: Any, make: str, images: np.ndarray, inputs: np.ndarray, epochs: int, noise_factor: float
) -> dict:
    """The losses of a new network trained on uint8 images, and its reconstructions of the float inputs."""
    prepare("fashion_mnist")
    models = _pair_of_models(getattr(student, make)())
    if isinstance(models, str):
        return {"problem": models}
    autoencoder, _ = models
    losses = student.train_autoencoder(autoencoder, _floats(images), epochs=epochs, noise_factor=noise_factor)
    return {"losses": losses, "outputs": _array(autoencoder(inputs))}


def code_size_run(student: Any, code_sizes: list, x_train: np.ndarray, x_test: np.ndarray, epochs: int) -> dict:
    """The result of ``code_size_errors`` for uint8 images, and the networks and trainings behind it.

    ``models``: for each network from ``make_shallow`` the size of its code and its reconstructions of both sets and of
    noisy test images. ``trainings``: for each call of ``train_autoencoder`` the number of images, the epochs, the noise
    factor, the number of the network (none if it is not from ``make_shallow``) and the last loss.
    """
    prepare("fashion_mnist")
    x_train, x_test = _floats(x_train), _floats(x_test)
    pairs, trainings = [], []
    function = student.code_size_errors
    names = getattr(function, "__globals__", {})
    make, train = names.get("make_shallow"), names.get("train_autoencoder")

    def recorded_make(*args: Any, **kwargs: Any) -> Any:
        pairs.append(make(*args, **kwargs))
        return pairs[-1]

    def recorded_train(autoencoder: Any, images: np.ndarray, **kwargs: Any) -> Any:
        losses = train(autoencoder, images, **kwargs)
        numbers = [number for number, pair in enumerate(pairs) if pair[0] is autoencoder]
        last = float(losses[-1]) if len(losses) else 0.0
        trainings.append([len(images), kwargs.get("epochs"), kwargs.get("noise_factor", 0.0), numbers[-1:], last])
        return losses

    with _replaced(names, make_shallow=make and recorded_make, train_autoencoder=train and recorded_train):
        result = function(code_sizes, x_train, x_test, epochs=epochs)
    noise = 0.2 * np.random.default_rng(0).standard_normal(x_test.shape)
    inputs = {"train": x_train, "test": x_test, "noisy": np.clip(x_test + noise, 0, 1).astype("float32")}
    models = [
        {"size": int(encoder(x_test[:1]).shape[-1])} | {name: _array(autoencoder(x)) for name, x in inputs.items()}
        for autoencoder, encoder in pairs
    ]
    return {"result": _plain(result), "models": models, "trainings": trainings, "watched": bool(make)}


def _pair_of_models(result: Any) -> Any:
    """(autoencoder, encoder), or a sentence that says what the result is instead."""
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        return f"it returns an object of type {type(result).__name__} instead of two models, (autoencoder, encoder)"
    return tuple(result)


def _small_network(record: Any = None) -> Any:
    """A random network 784 → 6 → 784; ``record(role, values)`` gets the inputs and targets of every batch."""
    import keras

    class Recorded(keras.Model):
        def call(self, inputs: Any, training: Any = None, mask: Any = None) -> Any:
            record("inputs", inputs)
            return super().call(inputs, training=training, mask=mask)

        def compute_loss(
            self, x: Any = None, y: Any = None, y_pred: Any = None, sample_weight: Any = None, training: bool = True
        ) -> Any:  # Keras inspects the names of the arguments
            if training:
                record("targets", y)
            return super().compute_loss(x, y, y_pred, sample_weight, training)

    images = keras.Input(shape=(784,))
    code = keras.layers.Dense(6, activation="relu", bias_initializer="ones")(images)
    output = keras.layers.Dense(784, activation="sigmoid", bias_initializer="random_normal")(code)
    return (Recorded if record else keras.Model)(images, output)


@contextlib.contextmanager
def _replaced(names: dict, **others: Any) -> Iterator[None]:
    """Gives some global names other values inside this context."""
    before = {name: names[name] for name, other in others.items() if other}
    names.update({name: others[name] for name in before})
    try:
        yield
    finally:
        names.update(before)


def _floats(images: np.ndarray) -> np.ndarray:
    return images.reshape(len(images), -1).astype("float32") / 255


def _array(values: Any) -> np.ndarray:
    return np.array(values)


def _plain(result: Any) -> Any:
    """The result with numpy numbers in place of TensorFlow tensors."""
    if not isinstance(result, dict):
        return result
    return {key: _listed(values) for key, values in result.items()}


def _listed(values: Any) -> Any:
    if isinstance(values, (list, tuple)):
        return [value.numpy() if hasattr(value, "numpy") else value for value in values]
    return values.numpy() if hasattr(values, "numpy") else values
