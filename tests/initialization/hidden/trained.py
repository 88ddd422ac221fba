"""Networks that were handed in as weights: loading, evaluating, and training again where a file is missing.

The worker only predicts; labels and accuracies stay here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import torch

from autograder import checks, data
from autograder.checks import discrepancy
from tests.initialization.hidden import catalogue_networks as catalogue

BATCH = 250
"""Images of one request: few, as a layer of 64 channels makes 260 kB of one house number."""
TRAINED = 0.5
"""Accuracy that no untrained network reaches."""
GUESSING = 0.2
"""Accuracy that guessing stays below."""
SEED_SD = 0.004
"""Standard deviation of the accuracy between seeds, for ``checks.retrain_rule``; assumed, not measured."""


@dataclass(frozen=True)
class Network:
    """A network of the notebook: the student's functions, its data, and the budget of training again."""

    make: str
    predict: str
    train: str
    data: str
    image_shape: tuple[int, ...]
    task: str
    """Whose thresholds apply."""
    again_images: int
    again_epochs: int

    def split(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """uint8 images (N, channels, height, width) and labels (N,) of "train" or "test"."""
        return _split(self.data, name, self.image_shape)


FASHION = Network(
    "make_fashion_mlp", "predict_fashion", "train_fashion", "fashion_mnist", (1, 28, 28), "fashion_mlp", 20_000, 5
)
SVHN = Network("make_svhn_cnn", "predict_svhn", "train_svhn", "svhn", (3, 32, 32), "svhn_cnn", 6_000, 2)


@dataclass(frozen=True)
class Trained:
    """A trained network and its accuracy on the test split."""

    weights: Any
    """For the probes: the name of a file, or a state_dict."""
    correct: int
    total: int
    predicted: np.ndarray
    report: dict
    """What the student saved with the weights; {} for nothing."""
    note: checks.Statement | None = None
    """What the student must know about the accuracy: the file was missing, or its data were other ones."""

    @property
    def accuracy(self) -> float:
        return self.correct / self.total


def evaluate(student: checks.Student, network: Network, file: str, thresholds: Any, variant: str = "") -> Trained:
    """The handed-in network on the whole test split; trained again from scratch where the file is missing.

    Its report counts only if the file was made with the same data. Raises CheckFailed for a file that cannot be used,
    and GraderError when it was trained on real data and the grader has none: its accuracy on a stand-in would say
    nothing.
    """
    limits = thresholds(network.task)
    if not student.file(file):
        return _trained_again(student, network, file, limits["pass"], variant)
    checkpoint = student.probe("read_checkpoint", file, network.make)
    checks.weights_file(checkpoint, file, network.make)
    if note := checks.trained_on(checkpoint["data"], network.data, file):
        return _evaluated(student, network, file, {}, catalogue.OTHER_DATA(note=note))
    return _evaluated(student, network, file, checkpoint["report"])


def check_accuracy(trained: Trained, limits: dict) -> None:
    """Marks from the pass mark to the full mark, and an explanation of a low accuracy."""
    try:
        checks.accuracy(trained.correct, trained.total, limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        reason = None if trained.note or trained.accuracy >= limits["pass"] else _why_low(trained)
        remarks = [discrepancy(statement) for statement in (reason, trained.note) if statement]
        raise checks.CheckFailed([*failure.discrepancies, *remarks], failure.score, failure.detail) from None


def check_report(claimed: Any, measured: float, what: str, tolerance: float = 0.005) -> None:
    """A reported fraction agrees with the measured one.

    ``tolerance`` 0.005: another device or batch size moves few of the images that lie on the border between classes.
    """
    value = checks.number(claimed, what)
    if abs(value - measured) <= tolerance:
        return
    if abs(value / 100 - measured) <= min(tolerance, 0.1 * abs(measured)):  # a small change confirms nothing
        checks.fail(catalogue.REPORT_IN_PER_CENT, what)
    checks.fail(catalogue.REPORT_DISAGREES(claimed=value), what)


def check_was_trained(trained: Trained, file: str) -> None:
    """The weights are those after a training, even if they are no better than others.

    Where the file is missing, or was made with other data, they only have to beat guessing.
    """
    if trained.accuracy < (GUESSING if trained.note else TRAINED):
        statements = [catalogue.NOT_TRAINED(file=file, percent=100 * trained.accuracy), trained.note]
        raise checks.CheckFailed([discrepancy(statement) for statement in statements if statement])


def check_not_a_copy(student: checks.Student, network: Network, first: str, second: str) -> None:
    """Two files that were handed in hold different weights."""
    if student.file(first) and student.file(second):
        weights, again = (student.probe("weights_of", file, network.make) for file in (first, second))
        if all(np.array_equal(weights[name], again[name]) for name in weights):
            checks.fail(catalogue.COPY_OF_FIRST(first=first, second=second))


def as_scores(result: Any, count: int, function: str) -> np.ndarray:
    """What the student's ``function`` returned, as scores (count, 10); fails where it is none."""
    if isinstance(result, np.ndarray) and result.shape == (count,):
        checks.fail(catalogue.LABELS_INSTEAD_OF_SCORES(function=function))
    return checks.array(result, (count, 10), f"the result of {function}")


def predictions(student: checks.Student, network: Network, weights: Any, images: np.ndarray) -> np.ndarray:
    """Predicted classes of uint8 images, asked for in batches."""
    classes = []
    for start in range(0, len(images), BATCH):
        batch = torch.from_numpy(images[start : start + BATCH])
        scores = student.probe("network_scores", weights, network.make, network.predict, batch)
        classes.append(as_scores(scores, len(batch), network.predict).argmax(axis=1))
    return np.concatenate(classes)


def _evaluated(
    student: checks.Student, network: Network, weights: Any, report: dict, note: checks.Statement | None = None
) -> Trained:
    images, labels = network.split("test")
    predicted = predictions(student, network, weights, images)
    return Trained(weights, int((predicted == labels).sum()), len(labels), predicted, report, note)


def _trained_again(student: checks.Student, network: Network, file: str, pass_mark: float, variant: str) -> Trained:
    """Train with a small budget, and once more where ``checks.retrain_rule`` cannot decide.

    The mean of the accuracies counts, because the error rates of the rule hold for it.
    """
    images, labels = network.split("train")
    count = network.again_images
    x, y = torch.from_numpy(images[:count]), torch.from_numpy(labels[:count])
    again = catalogue.TRAINED_AGAIN(file=file, train=network.train, epochs=network.again_epochs, images=len(x))
    runs: list[Trained] = []
    decision = "train again"
    while decision == "train again":
        seed = len(runs) + 1
        state = student.probe("train_again", network.make, network.train, x, y, network.again_epochs, seed, variant)
        runs.append(_evaluated(student, network, state, {}, again))
        accuracies = [run.accuracy for run in runs]
        decision = checks.retrain_rule(accuracies, pass_mark, runs[0].total, SEED_SD).decision
    last = runs[-1]
    correct = round(sum(run.correct for run in runs) / len(runs))
    return Trained(last.weights, correct, last.total, last.predicted, {}, again)


def _why_low(trained: Trained) -> checks.Statement | None:
    if len(np.unique(trained.predicted)) == 1:
        return catalogue.ONE_CLASS_ONLY()
    if trained.accuracy < GUESSING:
        return catalogue.ACCURACY_OF_GUESSING()
    return catalogue.LOW_ACCURACY() if trained.accuracy < 0.6 else None


@cache
def _split(name: str, split: str, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    images, labels = data.load(name, split)
    return np.ascontiguousarray(images).reshape(-1, *shape), np.asarray(labels, np.int64)
