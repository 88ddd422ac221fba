"""Looks at the networks for MNIST: their layers, their training, what they predict. Runs beside the student's code.

``make`` is the name of the student's function that makes the network, ``file`` that of a handed-in model. Images are
uint8 (n, 28, 28). What cannot be looked at comes back as ``{"problem": …}``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.probing.keras_runtime import predicting_at_once, prepare

from .watching import layer_calls, not_training, optimiser_steps, variables_with_gradients

FEW = 2
KEYS = {"val_loss": "test_loss", "val_accuracy": "test_accuracy"}
"""Keras' names in the history of a training → those of the notebook."""
NAMES = {"lr": "learning_rate", "dropout_probability": "dropout", "dropout_rate": "dropout"}
PREDICTORS = {"make_autoencoder": "reconstruct"}
"""What a network is called by; ``predict_digits`` where nothing else is said."""


def network_facts(student: Any, make: str) -> dict:
    """The layers of a new network that take part, in order, and the number of its trainable parameters.

    A layer: names of its classes, whether Keras runs it, its activation, numbers per sample that it gives, weights.
    """
    model = new_network(student, make)
    if isinstance(model, dict):
        return model
    with layer_calls() as calls:
        predict(student, make, model, _some_images(FEW))
    layers = [
        {
            "classes": [kind.__name__ for kind in type(call["layer"]).__mro__],
            "activation": activation_of(call["layer"]),
            "size": int(call["outputs"].shape[1]),
            "kernels": [list(map(int, v.shape)) for v in call["layer"].trainable_weights if len(v.shape) > 1],
        }
        for call in calls
        if call["leaf"]
    ]
    return {"layers": layers, "parameters": sum(int(np.prod(v.shape)) for v in model.trainable_weights)}


def new_predictions(student: Any, make: str, batches: list[np.ndarray], seed: int) -> dict:
    """What a new network with its weights moved at random predicts for several batches of images, one after the other.

    ``changed``: whether predicting changed the weights; ``images``: the batches afterwards.
    """
    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    with predicting_at_once():  # to trace a graph for each size of a batch takes longer
        _move(model, np.random.default_rng(seed), 0.3)
        before = _weights(model)
        answers = [predict(student, make, model, batch) for batch in batches]
    changed = any((old != new).any() for old, new in zip(before, _weights(model), strict=True))
    return {"answers": answers, "changed": changed, "images": batches}


def handed_in(student: Any, make: str, file: str) -> dict:
    """``{"data"}`` for a file whose weights fit the network; else ``{"problem", "detail"}``."""
    model = with_weights(student, make, file)
    return model if isinstance(model, dict) else {"data": model[1]}


def handed_in_predictions(student: Any, make: str, file: str, images: np.ndarray) -> Any:
    """What the network with the weights of the file makes of the images."""
    return answer_of(student, make, file, lambda model: predict(student, make, model, images))


def answer_of(student: Any, make: str, file: str, ask: Callable[[Any], Any]) -> Any:
    """What ``ask`` gets from the network with the weights of the file, or ``{"problem", "detail"}``."""
    import keras

    model = with_weights(student, make, file)
    if isinstance(model, dict):
        return model
    keras.utils.set_random_seed(0)  # what a file reaches is the same in every grading, also with noise on the images
    with predicting_at_once():
        answer = ask(model[0])
    return np.array(answer) if hasattr(answer, "numpy") else answer


def brief_training(student: Any, make: str, train: str, split: list[np.ndarray], epochs: int) -> dict:
    """Trains a new network; ``split`` is what ``train`` takes: images and labels, training and test.

    The curves, what the network then predicts for training and test images, the sum of its penalties, whether arrays
    of ``split`` were changed, and how many of its trainable weights were not and had no gradient either.
    """
    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    before, given = [np.array(v) for v in model.trainable_weights], [one.copy() for one in split]
    with variables_with_gradients() as held:
        curves = getattr(student, train)(model, *given, epochs=epochs)
    with not_training():  # predictions with dropout are looked at elsewhere, and would compare with anything by luck
        predictions = [predict(student, make, model, some) for some in split if some.ndim == 3]
    after = [np.array(v) for v in model.trainable_weights]
    return {
        "curves": plain(curves),
        "predictions": predictions,
        "penalty": float(sum(float(np.array(loss)) for loss in model.losses)),
        "mutated": any((one != two).any() for one, two in zip(split, given, strict=True)),
        "still": sum(
            bool((one == two).all()) and id(variable) not in held
            for one, two, variable in zip(before, after, model.trainable_weights, strict=True)
        ),
        "of": len(before),
    }


def hyperparameter_choice(student: Any) -> Any:
    """``[name, values]`` that choose_hyperparameter returns, the name in one spelling; as it is where it is no pair."""
    prepare("mnist")
    found = student.choose_hyperparameter()
    if not isinstance(found, (list, tuple)) or len(found) != 2 or not isinstance(found[0], str):
        return found
    name = found[0].strip().lower().replace("-", "_").replace(" ", "_")
    return [NAMES.get(name, name), np.array(plain(found[1]))]


def history_runs(student: Any, values: list, split: list[np.ndarray], epochs: int) -> dict:
    """What ``hyperparameter_histories`` returns, and the trainings that happened meanwhile.

    A training: its learning rate, number of steps, rates of dropout, whether its network had been trained before, and
    what the network predicts for the test images in the end (None where that cannot be asked).
    """
    prepare("mnist")
    student.choose_hyperparameter()
    with optimiser_steps() as runs:
        histories = student.hyperparameter_histories(values, *split, epochs=epochs)
    seen: set[int] = set()
    found = []
    for run in runs:
        again = id(run["variable"]) in seen
        seen.add(id(run["variable"]))
        facts = {key: run[key] for key in ("learning_rate", "steps")} | {"rates": sorted(run["rates"])}
        found.append(facts | {"again": again, "probabilities": _asked(student, run["model"], split[2])})
    histories = plain(histories)
    if isinstance(histories, dict) and all(value in histories for value in values):  # a history for each value
        histories = [histories[value] for value in values]
    return {"histories": histories, "runs": found}


def drawn_figures(student: Any, values: list, histories: list[dict]) -> list:
    """The figures that ``draw_histories`` leaves: their lines, and how many texts tell lines or axes apart."""
    import matplotlib

    matplotlib.use("agg")
    import matplotlib.pyplot as plt

    prepare("mnist")
    plt.close("all")
    close, plt.close = plt.close, lambda *_: None
    try:
        returned = student.draw_histories(values, histories)
    finally:
        plt.close = close
    figures = [plt.figure(number) for number in plt.get_fignums()]
    if hasattr(returned, "axes") and returned not in figures and hasattr(returned, "savefig"):
        figures.append(returned)
    found = []
    for figure in figures:
        legends = [*figure.legends, *(ax.get_legend() for ax in figure.axes if ax.get_legend())]
        texts = max([len(legend.get_texts()) for legend in legends], default=0)
        titles = len({ax.get_title() for ax in figure.axes} - {""})
        notes = max([len(ax.texts) for ax in figure.axes], default=0)
        lines = [np.asarray(line.get_ydata(), float) for ax in figure.axes for line in ax.get_lines()]
        found.append({"lines": lines[:200], "told": max(texts, titles, notes)})
    plt.close("all")
    return found


def plain(value: Any) -> Any:
    """Histories of Keras as dictionaries with our keys, numbers of TensorFlow as Python's."""
    if hasattr(value, "history") and isinstance(value.history, dict):
        value = value.history
    if isinstance(value, dict):
        return {KEYS.get(key, key): plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(one) for one in value]
    return value.numpy() if hasattr(value, "numpy") else value


def new_network(student: Any, make: str) -> Any:
    """A new network of the student's, or ``{"problem"}``."""
    import keras

    prepare("mnist")
    model = getattr(student, make)()
    if isinstance(model, keras.Model):
        return model
    return {"problem": "model", "detail": type(model).__name__}


def built_network(student: Any, make: str) -> Any:
    """A new network that has been called, so that all its layers have weights; or ``{"problem"}``."""
    model = new_network(student, make)
    if not isinstance(model, dict):
        with predicting_at_once():
            predict(student, make, model, _some_images(FEW))
    return model


_loaded: dict[tuple[str, str], tuple[Any, str, list]] = {}
"""(make, file) → network, kind of its data and its weights: to make and trace a network takes a fifth of a second."""


def with_weights(student: Any, make: str, file: str) -> Any:
    """(network, kind of its data), or ``{"problem", "detail"}``. The same network again has its weights put back."""
    if (make, file) not in _loaded:
        found = _load(student, make, file)
        if isinstance(found, dict):
            return found
        _loaded[make, file] = (*found, _weights(found[0]))
    model, kind, weights = _loaded[make, file]
    for variable, value in zip(model.weights, weights, strict=True):
        variable.assign(value)
    return model, kind


def _load(student: Any, make: str, file: str) -> Any:
    from autograder.probing.keras_weights import load_weights

    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    found = load_weights(model, file)
    return found if "problem" in found else (model, found["data"])


def predict(student: Any, make: str, model: Any, images: np.ndarray) -> Any:
    function: Callable[..., Any] = getattr(student, PREDICTORS.get(make, "predict_digits"))
    answer = function(model, images)
    return np.array(answer) if hasattr(answer, "numpy") else answer


def _asked(student: Any, model: Any, images: np.ndarray) -> Any:
    if model is None:
        return None
    try:
        return predict(student, "", model, images)
    except Exception:  # a network of a form of its own, for which predict_digits was not written
        return None


def _some_images(count: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, 28, 28), dtype=np.uint8)


def activation_of(layer: Any) -> str:
    activation = getattr(layer, "activation", None)
    return str(getattr(activation, "__name__", type(activation).__name__)) if activation is not None else ""


def _weights(model: Any) -> list[np.ndarray]:
    return [np.array(v) for v in model.weights]


def _move(model: Any, rng: np.random.Generator, size: float) -> None:
    """Adds to every trainable weight a part of its own spread (to biases: of 1), so that nothing is exactly zero."""
    for variable in model.trainable_weights:
        old = np.array(variable)
        spread = 0.3 if old.ndim < 2 else size * (float(old.std()) + 1e-3)
        variable.assign(old + spread * rng.standard_normal(old.shape))
