"""P2, P3: networks that were handed in as weights. The worker only predicts; the judge keeps the labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch

from autograder import checks, data
from autograder.checks import discrepancy
from tests.backprop.hidden import catalogue_networks as catalogue

BATCH = 200
"""Images per request: 2.5 MB of Dogs vs. Cats, for which a plain network needs some 100 MB of memory at once."""
TRIES = 4
"""How often a training is repeated while its loss rises to ten times the first loss on the way. A training with the
wrong sign moves the parameters so far that, once in fifteen trainings, all losses and their slopes end at 0."""


@dataclass(frozen=True)
class Network:
    """The student's functions for one problem, its weights file and its data."""

    make: str
    predict: str
    train: str
    file: str
    data: str
    image_shape: tuple[int, ...]
    classes: int

    def split(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """uint8 images (N, channels, height, width) and labels (N,) of "train" or "test"."""
        return _split(self.data, name, self.image_shape)


CNN = Network("make_cnn", "predict_cnn", "train_cnn", "cnn.pt", "mnist", (1, 28, 28), 10)
CATS = Network("make_cats_model", "predict_cats", "train_cats", "cats.pt", "dogs_vs_cats", (3, 64, 64), 2)


@dataclass(frozen=True)
class HandedIn:
    """What a weights file holds beside the weights."""

    report: dict
    """What the student saved as the report; {} when it belongs to other data."""
    of_stand_in: bool = False
    """Whether the network was trained on the stand-in and is graded with the real data."""


def handed_in(student: checks.Student, network: Network) -> HandedIn:
    """Read the network's weights file. CheckFailed when it is missing or cannot be used.

    GraderError when the network was trained on real data and only a stand-in is available: its accuracy on the
    stand-in would say nothing.
    """
    if not student.file(network.file):
        checks.fail(catalogue.WEIGHTS_MISSING(file=network.file))
    checkpoint = student.probe("read_checkpoint", network.file, network.make)
    checks.weights_file(checkpoint, network.file, network.make)
    of_stand_in = bool(checks.trained_on(checkpoint["data"], network.data, network.file))
    return HandedIn({} if of_stand_in else checkpoint["report"], of_stand_in)


def predicted(student: checks.Student, network: Network, images: np.ndarray) -> np.ndarray:
    """Classes (N,) that the handed-in weights predict for uint8 images, asked for in batches."""
    classes = []
    for start in range(0, len(images), BATCH):
        batch = torch.from_numpy(images[start : start + BATCH])
        scores = student.probe("network_scores", network.file, network.make, network.predict, batch)
        classes.append(as_classes(scores, len(batch), network))
    return np.concatenate(classes)


def as_classes(scores: Any, count: int, network: Network) -> np.ndarray:
    """The predicted classes: of scores (N, classes), or of the probability of a dog (N,) or (N, 1)."""
    what = f"the result of {network.predict}"
    if network.classes == 2:
        scores = checks.array(scores, [(count,), (count, 2), (count, 1)], what)
        if scores.shape == (count, 2):
            return scores.argmax(axis=1)
        if scores.min() < 0 or scores.max() > 1:
            checks.fail(catalogue.NO_PROBABILITY, what)
        return (scores.reshape(-1) > 0.5).astype(int)
    if isinstance(scores, np.ndarray) and scores.shape == (count,):
        checks.fail(catalogue.LABELS_FOR_SCORES, what)
    return checks.array(scores, (count, network.classes), what).argmax(axis=1)


def check_accuracy(correct: int, limits: dict, given: HandedIn, classes: np.ndarray, network: Network) -> None:
    """Marks from the pass mark to the full mark; a low accuracy comes with what may explain it.

    ``correct`` of the predicted ``classes`` (N,) are right.
    """
    total = len(classes)
    try:
        checks.accuracy(correct, total, limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        explanations = []
        if len(np.unique(classes)) == 1:
            explanations.append(discrepancy(catalogue.SAME_CLASS))
        elif correct / total < limits["pass"] - 0.1:
            explanations.append(discrepancy(catalogue.FAR_BELOW_PASS_MARK))
        if given.of_stand_in:
            explanations.append(discrepancy(catalogue.TRAINED_ON_STAND_IN(file=network.file)))
        raise checks.CheckFailed([*failure.discrepancies, *explanations], failure.score, failure.detail) from None


def check_modes(
    student: checks.Student, network: Network, images: np.ndarray, scores: Callable[[Any], np.ndarray]
) -> None:
    """A new network in training mode predicts the same twice and in smaller batches, and predicting changes nothing."""
    replies = student.probe("scores_in_training_mode", network.make, network.predict, torch.from_numpy(images))
    checks.evaluation_mode(replies, network.predict, scores)


def check_training(
    student: checks.Student, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> None:
    """A short training returns one loss per epoch, they fall, every parameter changes, ``after_epoch`` is called.

    The images are few, but enough for any usual batch size. They show two patterns, which any working training learns
    within a few steps, however small its learning rate. Some epoch's loss must be below the first epoch's: a large
    learning rate may raise the loss for a while, a wrong sign raises it for ever (with rare exceptions, see ``TRIES``).
    """
    for _ in range(TRIES):
        losses = _brief_training(student, network, rng, count, epochs)
        if losses[1:].max() < 10 * losses[0]:
            return


def _brief_training(
    student: checks.Student, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> np.ndarray:
    """The losses (epochs,) of one training; fails when the training does not do what the sheet asks for."""
    images, labels = striped(rng, count, network.image_shape)
    x, y = torch.from_numpy(images), torch.from_numpy(labels)
    training = student.probe("brief_training", network.make, network.train, x, y, epochs, int(rng.integers(2**31)))
    unchanged = training["unchanged"]
    if unchanged:
        entry = catalogue.NOTHING_TRAINED if len(unchanged) == training["of"] else catalogue.PART_NOT_TRAINED
        checks.fail(entry(names=", ".join(unchanged[:3])))
    if not isinstance(training["losses"], list):
        kind = type(training["losses"]).__name__
        checks.fail(catalogue.LOSSES_NO_LIST(function=network.train, found=kind))
    what = f"the list of losses from {network.train}"
    losses = checks.array(training["losses"], (None,), what)
    lowest = float(losses[1:].min(initial=np.inf))
    checks.loss_decreases([*losses[:-1], min(losses[-1], lowest)] if len(losses) else losses, count=epochs, what=what)
    if training["calls"] != [True] * epochs:
        checks.fail(catalogue.AFTER_EPOCH(function=network.train, calls=len(training["calls"])))
    if training["mutated"]:
        checks.fail(catalogue.IMAGES_CHANGED(function=network.train))
    return losses


def striped(rng: np.random.Generator, count: int, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Images (N, *shape) uint8 with dark horizontal (label 0) or bright vertical (label 1) stripes and noise."""
    labels = rng.permutation(np.arange(count) % 2)
    rows, columns = np.mgrid[: shape[-2], : shape[-1]]
    phase = rng.integers(8, size=(count, 1, 1))
    stripes = np.where(labels[:, None, None] == 0, (rows + phase) % 8 < 4, (columns + phase) % 8 < 4)
    grey = 60 * stripes + np.where(labels == 0, 40, 130)[:, None, None] + rng.normal(0, 8, stripes.shape)
    images = np.clip(grey, 0, 255).astype(np.uint8)[:, None]
    return np.ascontiguousarray(np.broadcast_to(images, (count, *shape))), labels.astype(np.int64)


@cache
def _split(name: str, split: str, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    images, labels = data.load(name, split)
    return np.ascontiguousarray(images).reshape(-1, *shape), np.asarray(labels, np.int64)
