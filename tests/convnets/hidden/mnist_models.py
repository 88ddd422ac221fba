"""What the tests of the Keras questions share: images, handed-in models, learning curves.

The worker only predicts and trains briefly; labels of the accuracies stay here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from autograder import checks, data
from autograder.checks import discrepancy
from solutions.convnets import mnist
from tests.convnets.hidden import catalogue_mnist as catalogue

BATCH = 1_000
"""Images in one request. The worker predicts them in one call, whose largest layer may take 100 MB."""
PROBLEMS = {
    "model": catalogue.NO_KERAS_MODEL,
    "code": catalogue.FILE_HOLDS_CODE,
    "unreadable": catalogue.FILE_UNREADABLE,
    "form": catalogue.FILE_WITHOUT_WEIGHTS,
    "architecture": catalogue.OTHER_ARCHITECTURE,
}
CURVES = ("loss", "accuracy", "test_loss", "test_accuracy")


@dataclass(frozen=True)
class Model:
    """The student's functions that make and train a network, and the name of its file without the ending."""

    make: str
    stem: str
    train: str = "train_classifier"

    @property
    def task(self) -> str:
        """The task whose thresholds apply."""
        return self.stem if self.stem == "autoencoder" else f"keras_{self.stem}"


LINEAR = Model("make_linear", "linear")
MLP = Model("make_mlp", "mlp")
CONVNET = Model("make_convnet", "convnet")
AUTOENCODER = Model("make_autoencoder", "autoencoder", "train_autoencoder")


@cache
def split(name: str) -> tuple[np.ndarray, np.ndarray]:
    """uint8 images (N, 28, 28) and labels (N,) of "train" or "test"."""
    return data.load("mnist", name)


@cache
def training_axes() -> tuple[np.ndarray, np.ndarray]:
    """Mean (784,) and first two principal axes (2, 784) of the training images."""
    return mnist.principal_axes(split("train")[0])


def some_images(rng: np.random.Generator, count: int, name: str = "test") -> np.ndarray:
    """``count`` random images (count, 28, 28), drawn without repetition."""
    images, _ = split(name)
    return images[rng.choice(len(images), count, replace=False)]


def in_batches(images: np.ndarray) -> Iterator[np.ndarray]:
    """Yields the images in their order, at most ``BATCH`` at a time."""
    return (images[start : start + BATCH] for start in range(0, len(images), BATCH))


def value_of(reply: Any, model: Model, file: str = "") -> Any:
    """The reply of a probe. CheckFailed if the reply is a problem with the model or its file."""
    if isinstance(reply, dict):
        checks.weights_file(reply, file, model.make, PROBLEMS)
    return reply


@dataclass(frozen=True)
class HandedIn:
    """A file that fits its network."""

    file: str
    trained_on_stand_in: bool = False
    """Whether it notes that it was trained on the stand-in, while the images here are the real ones."""

    @property
    def notes(self) -> list[checks.Discrepancy]:
        """What the student must know about measurements on it."""
        return [discrepancy(catalogue.TRAINED_ON_STAND_IN(file=self.file))] if self.trained_on_stand_in else []


@cache
def handed_in(student: checks.Student, model: Model) -> HandedIn:
    """The model's file, read once for each submission. CheckFailed if it is missing or cannot be used.

    GraderError if it was trained on real images and only the stand-in is available: its accuracy would say nothing.
    """
    names = [f"{model.stem}{ending}" for ending in (".keras", ".weights.h5", ".h5")]
    file = next((name for name in names if student.file(name)), None)
    if file is None:
        checks.fail(catalogue.FILE_MISSING(file=names[0]))
    reply = value_of(student.probe("handed_in", model.make, file), model, file)
    return HandedIn(file, bool(checks.trained_on(reply["data"], "mnist", file)))


@cache
def predicted(student: checks.Student, model: Model, file: str) -> np.ndarray:
    """Classes (N,) that the handed-in model predicts for the test images, in batches, once for each submission."""
    classes = []
    for batch in in_batches(split("test")[0]):
        reply = value_of(student.probe("handed_in_predictions", model.make, file, batch), model, file)
        classes.append(as_probabilities(reply, len(batch)).argmax(axis=1))
    return np.concatenate(classes)


def as_probabilities(returned: Any, count: int) -> np.ndarray:
    """Probabilities (count, 10): not negative, and each row adds up to 1."""
    what = "the result of predict_digits"
    if isinstance(returned, np.ndarray) and returned.shape == (count,):
        checks.fail(catalogue.ONE_NUMBER_PER_IMAGE, what)
    values = checks.array(returned, (count, mnist.CLASSES), what)
    if values.min() < -1e-5 or np.abs(values.sum(axis=1) - 1).max() > 1e-3:
        checks.fail(catalogue.NOT_PROBABILITIES, what)
    return values


def centred_scores(probabilities: np.ndarray) -> np.ndarray:
    """ln p minus its mean over the classes: the scores before the softmax, up to one constant for each image."""
    scores = np.log(np.maximum(probabilities, 1e-30))
    return scores - scores.mean(axis=1, keepdims=True)


def check_accuracy(student: checks.Student, model: Model, limits: dict) -> None:
    """Marks from the pass mark to the full mark on the whole test set, with an explanation of a low accuracy."""
    handed = handed_in(student, model)
    _, labels = split("test")
    classes = predicted(student, model, handed.file)
    correct = int(np.sum(classes == labels))
    try:
        checks.accuracy(correct, len(labels), limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        reasons = []
        if len(np.unique(classes)) == 1:
            reasons.append(discrepancy(catalogue.ONE_CLASS))
        elif correct / len(labels) < 0.3:
            reasons.append(discrepancy(catalogue.CLOSE_TO_GUESSING))
        discrepancies = [*failure.discrepancies, *reasons, *handed.notes]
        raise checks.CheckFailed(discrepancies, failure.score, failure.detail) from None


def check_predictions(
    student: checks.Student, model: Model, rng: np.random.Generator, autoencoder: bool = False
) -> None:
    """A new network gives the same for an image in any batch. Predicting changes neither the network nor the images."""
    images = some_images(rng, 12)
    images[6:] = images[6:] // 3  # dark ones, so that scaling by the brightest pixel of a batch shows
    batches = [images, images[:6], images[6:], images]
    reply = student.probe("new_predictions", model.make, batches, int(rng.integers(2**31)))
    reply = value_of(reply, model)
    what = "reconstruct" if autoencoder else "predict_digits"
    every, *parts, again = (
        checks.array(answer, (len(batch), mnist.PIXELS), f"the result of {what}")
        if autoencoder
        else as_probabilities(answer, len(batch))
        for answer, batch in zip(reply["answers"], batches, strict=True)
    )
    if not np.allclose(every, again, rtol=1e-3, atol=1e-4):
        checks.fail(catalogue.CHANGES_WITH_CALLS(function=what))
    if not np.allclose(every, np.concatenate(parts), rtol=1e-3, atol=1e-4):
        checks.fail(catalogue.DEPENDS_ON_BATCH(function=what))
    if reply["changed"]:
        checks.fail(catalogue.MODEL_CHANGED(function=what))
    checks.not_mutated(images, reply["images"][0], f"the array of images given to {what}")


def curves_of(returned: Any, epochs: int, names: tuple[str, ...], what: str) -> dict[str, np.ndarray]:
    """The learning curves as arrays (epochs,)."""
    checks.keys(returned, names, what)
    curves = {}
    for name in names:
        curve = f'the list "{name}" of {what}'
        values = checks.array(returned[name], (None,), curve)
        if len(values) != epochs:
            checks.fail(catalogue.WRONG_NUMBER_OF_EPOCHS(found=len(values), epochs=epochs), curve)
        curves[name] = values
        if name.endswith("accuracy") and values.max() > 1:
            checks.fail(catalogue.IN_PER_CENT, curve)
    return curves


def check_learning(training: dict, curves: dict[str, np.ndarray], model: Model) -> None:
    """The loss of a later epoch is below the first one's, all weights were trained, and the arrays did not change."""
    if training["mutated"]:
        checks.fail(catalogue.ARRAYS_CHANGED(function=model.train))
    if training["still"] == training["of"]:
        checks.fail(catalogue.MODEL_NOT_TRAINED(function=model.train))
    if training["still"]:
        still, total = training["still"], training["of"]
        checks.fail(catalogue.WEIGHTS_NOT_TRAINED(function=model.train, still=still, total=total))
    losses = curves["loss"]
    if len(set(losses.tolist())) == 1:
        checks.fail(catalogue.LOSS_CONSTANT)
    if losses[1:].min() >= losses[0]:
        checks.fail(catalogue.LOSS_DOES_NOT_FALL)
