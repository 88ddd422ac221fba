"""P2, P3: networks that were handed in as weights. The worker only predicts; labels and accuracies stay here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch

from autograder import checks, data
from autograder.judge.student import StudentFunctions

BATCH = 200
"""Images of one request: 2.5 MB of Dogs vs. Cats, and what a plain network makes of them at once, some 100 MB."""
TRIES = 4
"""Trainings that are looked at where the loss has been ten times the first on the way. One with the wrong sign throws
the network about until, in one training of fifteen, it lies where all losses are 0 and their slopes too."""


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
    """What stands in a weights file beside the weights."""

    report: dict
    """What the student noted; {} for nothing, or when it speaks of other data."""
    note: str = ""
    """What the student must know about the accuracy."""


def handed_in(student: StudentFunctions, network: Network) -> HandedIn:
    """The network's weights file, looked at. CheckFailed when it is missing or cannot be used.

    GraderError when it was trained on real data and only a stand-in is at hand: its accuracy would say nothing.
    """
    if not student.file(network.file):
        checks.fail(f"{network.file} was not handed in; put the file that the notebook writes beside it.", "no weights")
    found = student.probe("read_checkpoint", network.file, network.make)
    checks.weights_file(found, network.file, network.make)
    note = checks.trained_on(found["data"], network.data, network.file)
    return HandedIn({} if note else found["report"], note)


def predicted(student: StudentFunctions, network: Network, images: np.ndarray) -> np.ndarray:
    """Classes (N,) of uint8 images by the handed-in weights, asked for in batches."""
    classes = []
    for start in range(0, len(images), BATCH):
        batch = torch.from_numpy(images[start : start + BATCH])
        found = student.probe("network_scores", network.file, network.make, network.predict, batch)
        classes.append(as_classes(found, len(batch), network))
    return np.concatenate(classes)


def as_classes(found: Any, count: int, network: Network) -> np.ndarray:
    """The predicted classes: of scores (N, classes), or of the probability of a dog (N,) or (N, 1)."""
    what = f"the result of {network.predict}"
    if network.classes == 2:
        found = checks.array(found, [(count,), (count, 2), (count, 1)], what)
        if found.shape == (count, 2):
            return found.argmax(axis=1)
        if found.min() < 0 or found.max() > 1:
            checks.fail(
                f"{what} holds one number per image that is no probability (below 0 or above 1): apply the sigmoid, or "
                "return both scores.",
                "score instead of a probability",
            )
        return (found.reshape(-1) > 0.5).astype(int)
    if isinstance(found, np.ndarray) and found.shape == (count,):
        checks.fail(f"{what} is one number per image; return the ten scores of each.", "labels instead of scores")
    return checks.array(found, (count, network.classes), what).argmax(axis=1)


def check_accuracy(correct: int, total: int, limits: dict, note: str, classes: np.ndarray) -> None:
    """Marks from the pass mark to the full mark, with what explains a low accuracy."""
    try:
        checks.accuracy(correct, total, limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        reason = ""
        if len(np.unique(classes)) == 1:
            reason = "Every image is given the same class."
        elif correct / total < limits["pass"] - 0.1:
            reason = "Are these the weights after training, and does predicting normalise the images as training did?"
        sentence = " ".join(part for part in (failure.sentence, reason, note) if part)
        raise checks.CheckFailed(sentence, failure.diagnosis, failure.score, failure.detail) from None


def check_modes(
    student: StudentFunctions, network: Network, images: np.ndarray, scores: Callable[[Any], np.ndarray]
) -> None:
    """Predictions of a new network in training mode: the same again, the same in smaller batches, nothing changed."""
    found = student.probe("scores_in_training_mode", network.make, network.predict, torch.from_numpy(images))
    checks.evaluation_mode(found, network.predict, scores)


def check_training(
    student: StudentFunctions, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> None:
    """A short training returns one loss per epoch, they fall, every parameter takes part, ``after_epoch`` is called.

    Few images, but enough for any usual batch size, of two patterns that are learnt within a few steps by any training
    that works, however cautious its learning rate. Some epoch's loss must be below the first one's: a large learning
    rate may drive the loss up for a while, a wrong sign does so for ever. Nearly: see ``TRIES``.
    """
    for _ in range(TRIES):
        losses = _brief_training(student, network, rng, count, epochs)
        if losses[1:].max() < 10 * losses[0]:
            return


def _brief_training(
    student: StudentFunctions, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> np.ndarray:
    """The losses (epochs,) of a training that does all that is asked for."""
    images, labels = striped(rng, count, network.image_shape)
    x, y = torch.from_numpy(images), torch.from_numpy(labels)
    found = student.probe("brief_training", network.make, network.train, x, y, epochs, int(rng.integers(2**31)))
    if found["unchanged"]:
        all_of_them = len(found["unchanged"]) == found["of"]
        hint = " Does the optimiser hold the parameters of this very model?" if all_of_them else ""
        names = ", ".join(found["unchanged"][:3])
        checks.fail(f"training leaves parameters as they were ({names}).{hint}", "parameters not trained")
    if not isinstance(found["losses"], list):
        kind = type(found["losses"]).__name__
        checks.fail(f"{network.train} returns a {kind}; return a list with one loss per epoch.", "no list of losses")
    what = f"the list of losses from {network.train}"
    losses = checks.array(found["losses"], (None,), what, lists_ok=True)
    lowest = float(losses[1:].min(initial=np.inf))
    checks.loss_decreases([*losses[:-1], min(losses[-1], lowest)] if len(losses) else losses, count=epochs, what=what)
    if found["calls"] != [True] * epochs:
        checks.fail(f"{network.train} calls after_epoch(model) {len(found['calls'])} times; call it once an epoch.")
    if found["mutated"]:
        checks.fail(f"{network.train} changes the images that it is given; work on a copy.", "inputs changed")
    return losses


def striped(rng: np.random.Generator, count: int, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Images (N, *shape) uint8 with dark horizontal (label 0) or bright vertical stripes (label 1), and noise."""
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
