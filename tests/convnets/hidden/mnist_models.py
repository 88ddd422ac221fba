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
from autograder.judge.student import StudentFunctions
from solutions.convnets import mnist

BATCH = 1_000
"""Images of one request: the worker predicts them by one call, whose largest layer may take 100 MB."""
PROBLEMS = {
    "model": "{make} returns a {detail}; return one Keras model.",
    "code": "{file} is a pickle, which could run code, so it was not opened. Hand in what model.save writes.",
    "unreadable": "{file} cannot be read as a file of Keras. Hand in what model.save(\"{file}\") writes.",
    "form": "{file} holds no weights of Keras ({detail}). Hand in what model.save(\"{file}\") writes.",
    "architecture": "the weights in {file} do not fit the network that {make}() makes: hand in the trained model of "
    "that very architecture. Keras says: {detail}",
}  # fmt: skip
CURVES = ("loss", "accuracy", "test_loss", "test_accuracy")


@dataclass(frozen=True)
class Model:
    """A function of the student's that makes a network, and the name of its file without the ending."""

    make: str
    stem: str
    train: str = "train_classifier"

    @property
    def task(self) -> str:
        """Whose thresholds apply."""
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
    """Images drawn without repetition."""
    images, _ = split(name)
    return images[rng.choice(len(images), count, replace=False)]


def in_batches(images: np.ndarray) -> Iterator[np.ndarray]:
    """The images in their order, at most ``BATCH`` at a time."""
    return (images[start : start + BATCH] for start in range(0, len(images), BATCH))


def value_of(found: Any, model: Model, file: str = "") -> Any:
    """What a probe returned, unless it is a problem."""
    if isinstance(found, dict):
        checks.weights_file(found, file, model.make, PROBLEMS)
    return found


@dataclass(frozen=True)
class HandedIn:
    """A file that fits its network, and what the student must know about measurements on it."""

    file: str
    note: str = ""


@cache
def handed_in(student: StudentFunctions, model: Model) -> HandedIn:
    """The model's file, looked at once for each submission. CheckFailed when it is missing or cannot be used.

    GraderError when it was trained on real images and only the stand-in is at hand: its accuracy would say nothing.
    """
    names = [f"{model.stem}.keras", f"{model.stem}.weights.h5"]
    file = next((name for name in names if student.file(name)), None)
    if file is None:
        checks.fail(f"{names[0]} was not handed in; put the file that the notebook writes beside it.", "no model")
    found = value_of(student.probe("handed_in", model.make, file), model, file)
    return HandedIn(file, checks.trained_on(found["data"], "mnist", file))


@cache
def predicted(student: StudentFunctions, model: Model, file: str) -> np.ndarray:
    """Classes (N,) of the test images by the handed-in model, asked for in batches, once for each submission."""
    classes = []
    for batch in in_batches(split("test")[0]):
        found = value_of(student.probe("handed_in_predictions", model.make, file, batch), model, file)
        classes.append(as_probabilities(found, len(batch)).argmax(axis=1))
    return np.concatenate(classes)


def as_probabilities(found: Any, count: int) -> np.ndarray:
    """Probabilities (count, 10): not negative, and each row adds up to 1."""
    what = "the result of predict_digits"
    if isinstance(found, np.ndarray) and found.shape == (count,):
        checks.fail(f"{what} is one number per image; return the ten probabilities.", "labels instead of probabilities")
    values = checks.array(found, (count, mnist.CLASSES), what)
    if values.min() < -1e-5 or np.abs(values.sum(axis=1) - 1).max() > 1e-3:
        checks.fail(
            f"{what}: the ten numbers of an image are no probabilities, they do not add up to 1. "
            "Is the softmax missing?",
            "no softmax",
        )
    return values


def centred_scores(probabilities: np.ndarray) -> np.ndarray:
    """ln p minus its mean over the classes: the scores before the softmax, but for a number per image."""
    scores = np.log(np.maximum(probabilities, 1e-30))
    return scores - scores.mean(axis=1, keepdims=True)


def check_accuracy(student: StudentFunctions, model: Model, limits: dict) -> None:
    """Marks from the pass mark to the full mark on the whole test set, with what explains a low accuracy."""
    handed = handed_in(student, model)
    _, labels = split("test")
    classes = predicted(student, model, handed.file)
    correct = int(np.sum(classes == labels))
    try:
        checks.accuracy(correct, len(labels), limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        reason = ""
        if len(np.unique(classes)) == 1:
            reason = "Every image is given the same class."
        elif correct / len(labels) < 0.3:
            reason = "Is this the model after training, and does predict_digits scale the images as training did?"
        sentence = " ".join(part for part in (failure.sentence, reason, handed.note) if part)
        raise checks.CheckFailed(sentence, failure.diagnosis, failure.score, failure.detail) from None


def check_predictions(
    student: StudentFunctions, model: Model, rng: np.random.Generator, autoencoder: bool = False
) -> None:
    """A new network gives an image the same whatever comes with it; predicting changes neither it nor the images."""
    images = some_images(rng, 12)
    images[6:] = images[6:] // 3  # dark ones, so that scaling by the brightest pixel of a batch is seen
    batches = [images, images[:6], images[6:], images]
    found = student.probe("new_predictions", model.make, batches, int(rng.integers(2**31)))
    found = value_of(found, model)
    what = "reconstruct" if autoencoder else "predict_digits"
    every, *parts, again = (
        checks.array(answer, (len(batch), mnist.PIXELS), f"the result of {what}")
        if autoencoder
        else as_probabilities(answer, len(batch))
        for answer, batch in zip(found["answers"], batches, strict=True)
    )
    if not np.allclose(every, again, rtol=1e-3, atol=1e-4):
        checks.fail(f"{what} gives other numbers for the same images: is dropout active?", "predicts in training mode")
    if not np.allclose(every, np.concatenate(parts), rtol=1e-3, atol=1e-4):
        checks.fail(
            f"what {what} gives for an image depends on which others come with it. Divide by 255, not by the brightest "
            "pixel, and do not predict in training mode.",
            "depends on the batch",
        )
    if found["changed"]:
        checks.fail(f"{what} changes the weights of the model.", "model changed")
    checks.not_mutated(images, found["images"][0], f"the array of images given to {what}")


def curves_of(found: Any, epochs: int, names: tuple[str, ...], what: str) -> dict[str, np.ndarray]:
    """The learning curves as arrays (epochs,)."""
    checks.keys(found, names, what)
    curves = {}
    for name in names:
        values = checks.array(found[name], (None,), f'the list "{name}" of {what}', lists_ok=True)
        if len(values) != epochs:
            checks.fail(
                f'the list "{name}" of {what} has {len(values)} entries; expected one number each for {epochs} epochs.',
                "other number of epochs",
            )
        curves[name] = values
        if name.endswith("accuracy") and values.max() > 1:
            checks.fail(f'the list "{name}" of {what} is in per cent; return fractions of 1.', "per cent")
    return curves


def check_learning(found: dict, curves: dict[str, np.ndarray], model: Model) -> None:
    """Some epoch's training loss is below the first one's, all weights took part, the arrays are as they were."""
    if found["mutated"]:
        checks.fail(f"{model.train} changes the arrays that it is given; work on a copy.", "changed in place")
    if found["still"] == found["of"]:
        checks.fail(f"{model.train} leaves the model as it was.", "not trained")
    if found["still"]:
        checks.fail(f"{found['still']} of {found['of']} weights and biases are not trained.", "weights not trained")
    losses = curves["loss"]
    if len(set(losses.tolist())) == 1:
        checks.fail("the training loss stays exactly the same.", "loss constant")
    if losses[1:].min() >= losses[0]:
        checks.fail("the training loss does not fall.", "loss does not fall")
