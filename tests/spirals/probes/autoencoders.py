"""Looks at autoencoders: their layers, how they are trained, what they rebuild. Runs beside the student's code.

TensorFlow is imported inside the functions: whoever reads this module to find the probes' names need not have it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from autograder.probing.keras_runtime import eagerly, prepare


def arguments_after_gradients(student: Any, arguments: list) -> list:
    """The arrays that ``autoencoder_gradients`` was given, after the call."""
    student.autoencoder_gradients(*arguments)
    return arguments


def network_values(student: Any, make: str, arguments: list, images: np.ndarray, seed: int) -> dict:
    """A new autoencoder with all its weights moved at random, biases too: its arrays, outputs and codes.

    ``weights`` are in Keras' order; ``shared``: the encoder has no weights that the autoencoder lacks.
    """
    prepare("fashion_mnist")
    found = _pair(getattr(student, make)(*arguments))
    if isinstance(found, str):
        return {"problem": found}
    autoencoder, encoder = found
    autoencoder(images), encoder(images)  # subclassed models make their weights now
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
    """``add_noise`` called once for each of the keyword arguments, and the images afterwards."""
    prepare("fashion_mnist")
    noisy = [_array(student.add_noise(images, **some)) for some in options]
    return {"noisy": noisy, "images": images}


def error_of_known_network(student: Any, inputs: np.ndarray, targets: np.ndarray) -> dict:
    """``squared_error`` of a network made here, and what that network gives for the inputs and for the targets."""
    prepare("fashion_mnist")
    model = _small_network()
    value = student.squared_error(model, inputs, targets)
    return {"value": _listed(value), "outputs": _array(model(inputs)), "others": _array(model(targets))}


def observed_training(student: Any, images: np.ndarray, epochs: int, noise_factor: float) -> dict:
    """Trains a network made here and notes every batch that it is trained on.

    ``inputs``: all of them in order; ``targets``: theirs, or None where the loss was computed elsewhere.
    """
    prepare("fashion_mnist")
    calls: list[tuple[str, np.ndarray]] = []

    def note(kind: str, values: Any) -> None:
        if isinstance(values, np.ndarray) or hasattr(values, "numpy"):  # no symbol of a graph
            calls.append((kind, _array(values)))

    model = _small_network(note)
    before = [_array(variable) for variable in model.weights]
    with eagerly():
        losses = student.train_autoencoder(model, images, epochs=epochs, noise_factor=noise_factor)
    pairs = [(calls[i - 1][1], values) for i, (kind, values) in enumerate(calls) if kind == "targets" and i]
    inputs = [one for one, _ in pairs] or [values for kind, values in calls if kind == "inputs"]
    return {
        "losses": losses,
        "inputs": np.concatenate(inputs) if inputs else np.zeros((0, images.shape[1])),
        "targets": np.concatenate([two for _, two in pairs]) if pairs else None,
        "trained": any((old != _array(new)).any() for old, new in zip(before, model.weights, strict=True)),
    }


def trained_reconstructions(
    student: Any, make: str, images: np.ndarray, inputs: np.ndarray, epochs: int, noise_factor: float
) -> dict:
    """Trains a new network on uint8 images; its losses, and what it then makes of the float inputs."""
    prepare("fashion_mnist")
    found = _pair(getattr(student, make)())
    if isinstance(found, str):
        return {"problem": found}
    losses = student.train_autoencoder(found[0], _floats(images), epochs=epochs, noise_factor=noise_factor)
    return {"losses": losses, "outputs": _array(found[0](inputs))}


def code_size_run(student: Any, code_sizes: list, x_train: np.ndarray, x_test: np.ndarray, epochs: int) -> dict:
    """What ``code_size_errors`` returns for uint8 images, and what it made on the way.

    ``models``: for each network of ``make_shallow`` the size of its code and what it makes of both sets and of
    noisy test images. ``trainings``: for each call of ``train_autoencoder`` the number of images, the epochs, the noise
    factor, the number of the network (none if it is not of ``make_shallow``) and the last loss.
    """
    prepare("fashion_mnist")
    x_train, x_test = _floats(x_train), _floats(x_test)
    pairs, trainings = [], []
    function = student.code_size_errors
    names = getattr(function, "__globals__", {})
    make, train = names.get("make_shallow"), names.get("train_autoencoder")

    def watched_make(*args: Any, **kwargs: Any) -> Any:
        pairs.append(make(*args, **kwargs))
        return pairs[-1]

    def watched_train(autoencoder: Any, images: np.ndarray, **kwargs: Any) -> Any:
        losses = train(autoencoder, images, **kwargs)
        which = [index for index, pair in enumerate(pairs) if pair[0] is autoencoder]
        last = float(losses[-1]) if len(losses) else 0.0
        trainings.append([len(images), kwargs.get("epochs"), kwargs.get("noise_factor", 0.0), which[-1:], last])
        return losses

    with _replaced(names, make_shallow=make and watched_make, train_autoencoder=train and watched_train):
        result = function(code_sizes, x_train, x_test, epochs=epochs)
    noise = 0.2 * np.random.default_rng(0).standard_normal(x_test.shape)
    inputs = {"train": x_train, "test": x_test, "noisy": np.clip(x_test + noise, 0, 1).astype("float32")}
    models = [
        {"size": int(encoder(x_test[:1]).shape[-1])} | {name: _array(autoencoder(x)) for name, x in inputs.items()}
        for autoencoder, encoder in pairs
    ]
    return {"result": _plain(result), "models": models, "trainings": trainings, "watched": bool(make)}


def _pair(found: Any) -> Any:
    """(autoencoder, encoder), or a sentence."""
    if not isinstance(found, (tuple, list)) or len(found) != 2:
        return f"it returns {type(found).__name__}, expected two models: (autoencoder, encoder)"
    return tuple(found)


def _small_network(note: Any = None) -> Any:
    """784 → 6 → 784, weights at random; ``note(kind, values)`` gets the inputs and targets of every batch."""
    import keras

    class Watched(keras.Model):
        def call(self, inputs: Any, training: Any = None, mask: Any = None) -> Any:
            note("inputs", inputs)
            return super().call(inputs, training=training, mask=mask)

        def compute_loss(
            self, x: Any = None, y: Any = None, y_pred: Any = None, sample_weight: Any = None, training: bool = True
        ) -> Any:  # Keras looks for the names of the arguments
            if training:
                note("targets", y)
            return super().compute_loss(x, y, y_pred, sample_weight, training)

    images = keras.Input(shape=(784,))
    code = keras.layers.Dense(6, activation="relu", bias_initializer="ones")(images)
    output = keras.layers.Dense(784, activation="sigmoid", bias_initializer="random_normal")(code)
    return (Watched if note else keras.Model)(images, output)


@contextlib.contextmanager
def _replaced(names: dict, **others: Any) -> Iterator[None]:
    """Other values for some global names, for a while."""
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
    """Tensors and numbers of TensorFlow as numpy's."""
    if not isinstance(result, dict):
        return result
    return {key: _listed(values) for key, values in result.items()}


def _listed(values: Any) -> Any:
    if isinstance(values, (list, tuple)):
        return [value.numpy() if hasattr(value, "numpy") else value for value in values]
    return values.numpy() if hasattr(values, "numpy") else values
