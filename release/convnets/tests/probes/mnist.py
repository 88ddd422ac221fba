"""Inspects the networks for MNIST: layers, training, predictions. Runs in the worker, next to the student's code.

``make`` is the name of the student's function that makes the network, ``file`` that of a handed-in model. Images are
uint8 (n, 28, 28). If a network or a file cannot be used, the result is ``{"problem": …, "detail": …}``.
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
"""The student's function that calls a network; ``predict_digits`` for all others."""


def network_facts(student: Any, make: str) -> dict:
    """The layers of a new network that are called, in order, and the number of its trainable parameters.

    For each layer: the names of its classes, its activation, the size of its output for a sample, its kernels' shapes.
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
    """The predictions of a new network, after random changes of its weights, for several batches of images.

    ``changed``: whether predicting changed the weights; ``images``: the batches afterwards.
    """
    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    with predicting_at_once():  # tracing a graph for each batch size takes longer
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
    """What the network with the weights of the file predicts for the images."""
    return answer_of(student, make, file, lambda model: predict(student, make, model, images))


def answer_of(student: Any, make: str, file: str, ask: Callable[[Any], Any]) -> Any:
    """The result of ``ask`` on the network with the weights of the file, or ``{"problem", "detail"}``."""
    import keras

    model = with_weights(student, make, file)
    if isinstance(model, dict):
        return model
    keras.utils.set_random_seed(0)  # the same noise in every grading, if the student adds any
    with predicting_at_once():
        answer = ask(model[0])
    return np.array(answer) if hasattr(answer, "numpy") else answer


def brief_training(student: Any, make: str, train: str, split: list[np.ndarray], epochs: int) -> dict:
    """Trains a new network. ``split`` holds the arguments of ``train``: images and labels, for training and for test.

    Returns the curves, the predictions of the trained network for training and test images, the sum of its penalties,
    whether the arrays of ``split`` changed, how many trainable weights neither changed nor had a gradient ("still"),
    and how many there are ("of").
    """
    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    before, given = [np.array(v) for v in model.trainable_weights], [array.copy() for array in split]
    with variables_with_gradients() as held:
        curves = getattr(student, train)(model, *given, epochs=epochs)
    with not_training():  # another test looks for dropout in predictions; here it would add noise to the comparison
        predictions = [predict(student, make, model, array) for array in split if array.ndim == 3]
    after = [np.array(v) for v in model.trainable_weights]
    return {
        "curves": plain(curves),
        "predictions": predictions,
        "penalty": float(sum(float(np.array(loss)) for loss in model.losses)),
        "mutated": any((new != old).any() for new, old in zip(split, given, strict=True)),
        "still": sum(
            bool((old == new).all()) and id(variable) not in held
            for old, new, variable in zip(before, after, model.trainable_weights, strict=True)
        ),
        "of": len(before),
    }


def hyperparameter_choice(student: Any) -> Any:
    """``[name, values]`` of choose_hyperparameter, the name in a uniform spelling. Returns anything else as it is."""
    prepare("mnist")
    choice = student.choose_hyperparameter()
    if not isinstance(choice, (list, tuple)) or len(choice) != 2 or not isinstance(choice[0], str):
        return choice
    name = choice[0].strip().lower().replace("-", "_").replace(" ", "_")
    return [NAMES.get(name, name), np.array(plain(choice[1]))]


def history_runs(student: Any, values: list, split: list[np.ndarray], epochs: int) -> dict:
    """What ``hyperparameter_histories`` returns, and the trainings that it ran.

    For each training: learning rate, number of steps, rates of dropout, whether its network had been trained before,
    and the network's final predictions for the test images (None if ``predict_digits`` fails on it).
    """
    prepare("mnist")
    student.choose_hyperparameter()
    with optimiser_steps() as runs:
        histories = student.hyperparameter_histories(values, *split, epochs=epochs)
    trained: set[int] = set()
    trainings = []
    for run in runs:
        again = id(run["variable"]) in trained
        trained.add(id(run["variable"]))
        facts = {key: run[key] for key in ("learning_rate", "steps")} | {"rates": sorted(run["rates"])}
        probabilities = _try_to_predict(student, run["model"], split[2])
        trainings.append(facts | {"again": again, "probabilities": probabilities})
    histories = plain(histories)
    if isinstance(histories, dict) and all(value in histories for value in values):  # a history for each value
        histories = [histories[value] for value in values]
    return {"histories": histories, "runs": trainings}


def drawn_figures(student: Any, values: list, histories: list[dict]) -> list:
    """The figures that ``draw_histories`` draws: their lines, and the number of labels of lines or axes."""
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
    drawn = []
    for figure in figures:
        legends = [*figure.legends, *(ax.get_legend() for ax in figure.axes if ax.get_legend())]
        texts = max([len(legend.get_texts()) for legend in legends], default=0)
        titles = len({ax.get_title() for ax in figure.axes} - {""})
        notes = max([len(ax.texts) for ax in figure.axes], default=0)
        lines = [np.asarray(line.get_ydata(), float) for ax in figure.axes for line in ax.get_lines()]
        drawn.append({"lines": lines[:200], "labels": max(texts, titles, notes)})
    plt.close("all")
    return drawn


def plain(value: Any) -> Any:
    """Keras' histories as dictionaries with the notebook's keys, and TensorFlow's numbers as numpy's."""
    if hasattr(value, "history") and isinstance(value.history, dict):
        value = value.history
    if isinstance(value, dict):
        return {KEYS.get(key, key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.numpy() if hasattr(value, "numpy") else value


def new_network(student: Any, make: str) -> Any:
    """A new network from the student's function ``make``, or ``{"problem", "detail"}``."""
    import keras

    prepare("mnist")
    model = getattr(student, make)()
    if isinstance(model, keras.Model):
        return model
    return {"problem": "model", "detail": type(model).__name__}


def built_network(student: Any, make: str) -> Any:
    """A new network that was called once, so that all its layers have weights, or ``{"problem", "detail"}``."""
    model = new_network(student, make)
    if not isinstance(model, dict):
        with predicting_at_once():
            predict(student, make, model, _some_images(FEW))
    return model


_loaded: dict[tuple[str, str], tuple[Any, str, list]] = {}
"""(make, file) → network, kind of its data and its weights. Making and tracing a network takes a fifth of a second."""


def with_weights(student: Any, make: str, file: str) -> Any:
    """(network, kind of its data), or ``{"problem", "detail"}``. A network that is used again gets its weights back."""
    if (make, file) not in _loaded:
        loaded = _load(student, make, file)
        if isinstance(loaded, dict):
            return loaded
        _loaded[make, file] = (*loaded, _weights(loaded[0]))
    model, kind, weights = _loaded[make, file]
    for variable, value in zip(model.weights, weights, strict=True):
        variable.assign(value)
    return model, kind


def _load(student: Any, make: str, file: str) -> Any:
    from autograder.probing.keras_weights import load_weights

    model = built_network(student, make)
    if isinstance(model, dict):
        return model
    report = load_weights(model, file)
    return report if "problem" in report else (model, report["data"])


def predict(student: Any, make: str, model: Any, images: np.ndarray) -> Any:
    function: Callable[..., Any] = getattr(student, PREDICTORS.get(make, "predict_digits"))
    answer = function(model, images)
    return np.array(answer) if hasattr(answer, "numpy") else answer


def _try_to_predict(student: Any, model: Any, images: np.ndarray) -> Any:
    if model is None:
        return None
    try:
        return predict(student, "", model, images)
    except Exception:  # an unusual network, for which predict_digits was not written
        return None


def _some_images(count: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (count, 28, 28), dtype=np.uint8)


def activation_of(layer: Any) -> str:
    activation = getattr(layer, "activation", None)
    return str(getattr(activation, "__name__", type(activation).__name__)) if activation is not None else ""


def _weights(model: Any) -> list[np.ndarray]:
    return [np.array(v) for v in model.weights]


def _move(model: Any, rng: np.random.Generator, size: float) -> None:
    """Adds noise to every trainable weight, in proportion to its spread (to biases: 0.3), so that none is exactly 0."""
    for variable in model.trainable_weights:
        old = np.array(variable)
        spread = 0.3 if old.ndim < 2 else size * (float(old.std()) + 1e-3)
        variable.assign(old + spread * rng.standard_normal(old.shape))
