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
from autograder.judge.student import StudentFunctions

BATCH = 250
"""Images of one request: few, as a layer of 64 channels makes 260 kB of one house number."""
TRAINED = 0.5
"""Accuracy that no untrained network reaches."""
GUESSING = 0.2
"""Accuracy that guessing stays below."""
SEED_SD = 0.004
"""Standard deviation of the accuracy between seeds that ``checks.retrain_rule`` is told; assumed, not measured."""


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
    """What the student wrote beside the weights; {} for none."""
    note: str = ""
    """What the student must know about the accuracy: the file was missing, or its data were other ones."""

    @property
    def accuracy(self) -> float:
        return self.correct / self.total


def evaluate(student: StudentFunctions, network: Network, file: str, thresholds: Any, variant: str = "") -> Trained:
    """The handed-in network on the whole test split; trained again from scratch where the file is missing.

    Its report is compared only where it speaks of the same data. Raises CheckFailed for a file that cannot be used,
    and GraderError when it was trained on real data and the grader has none: its accuracy on a stand-in would say
    nothing.
    """
    limits = thresholds(network.task)
    if not student.file(file):
        return _trained_again(student, network, file, limits["pass"], variant)
    found = student.probe("read_checkpoint", file, network.make)
    checks.weights_file(found, file, network.make)
    note = checks.trained_on(found["data"], network.data, file)
    return _evaluated(student, network, file, {} if note else found["report"], note)


def check_accuracy(trained: Trained, limits: dict) -> None:
    """Marks from the pass mark to the full mark, with what explains a low accuracy."""
    try:
        checks.accuracy(trained.correct, trained.total, limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        reason = "" if trained.note or trained.accuracy >= limits["pass"] else _why_low(trained)
        sentence = " ".join(part for part in (failure.sentence, reason, trained.note) if part)
        raise checks.CheckFailed(sentence, reason and failure.diagnosis, failure.score, failure.detail) from None


def check_report(claimed: Any, measured: float, what: str, tolerance: float = 0.005) -> None:
    """A reported fraction agrees with the measured one.

    ``tolerance`` 0.005: another device or batch size moves few of the images that lie on the border between classes.
    """
    value = checks.number(claimed, what)
    if abs(value - measured) <= tolerance:
        return
    if abs(value / 100 - measured) <= tolerance:
        checks.fail(f"{what} is given in per cent; save the fraction.", "per cent instead of a fraction")
    checks.fail(f"{what} ({value:.4g}) is not what the weights in the file reach.", "report and weights disagree")


def check_was_trained(trained: Trained, file: str) -> None:
    """The weights are those after a training; whether they are better than others is not what is asked.

    Where the file is missing, or was made with other data, it has to beat guessing only.
    """
    if trained.accuracy < (GUESSING if trained.note else TRAINED):
        share = f"{100 * trained.accuracy:.1f} %"
        sentence = f"{file}: {share} of the test images are classified rightly; were these weights trained?"
        checks.fail(" ".join(filter(None, (sentence, trained.note))), "not trained")


def check_not_a_copy(student: StudentFunctions, network: Network, first: str, second: str) -> None:
    """Two files that were handed in hold different weights."""
    if student.file(first) and student.file(second):
        one, other = (student.probe("weights_of", file, network.make) for file in (first, second))
        if all(np.array_equal(one[name], other[name]) for name in one):
            checks.fail(f"{second} holds the very weights of {first}.", "copy of the first weights")


def as_scores(found: Any, count: int, what: str) -> np.ndarray:
    """``found`` as scores (count, 10), or a sentence."""
    if isinstance(found, np.ndarray) and found.shape == (count,):
        checks.fail(f"{what} returns one number per image; return the ten scores of each.", "labels instead of scores")
    return checks.array(found, (count, 10), f"the result of {what}")


def predictions(student: StudentFunctions, network: Network, weights: Any, images: np.ndarray) -> np.ndarray:
    """Predicted classes of uint8 images, asked for in batches."""
    classes = []
    for start in range(0, len(images), BATCH):
        batch = torch.from_numpy(images[start : start + BATCH])
        found = student.probe("network_scores", weights, network.make, network.predict, batch)
        classes.append(as_scores(found, len(batch), network.predict).argmax(axis=1))
    return np.concatenate(classes)


def _evaluated(student: StudentFunctions, network: Network, weights: Any, report: dict, note: str = "") -> Trained:
    images, labels = network.split("test")
    predicted = predictions(student, network, weights, images)
    return Trained(weights, int((predicted == labels).sum()), len(labels), predicted, report, note)


def _trained_again(student: StudentFunctions, network: Network, file: str, pass_mark: float, variant: str) -> Trained:
    """One training with a small budget, and a second one where ``checks.retrain_rule`` cannot tell. Their mean counts,
    as in the rule, whose error rates hold for it."""
    images, labels = network.split("train")
    some = slice(0, network.again_images)
    x, y = torch.from_numpy(images[some]), torch.from_numpy(labels[some])
    again = (
        f"{file} was not handed in, so the network was trained here by {network.train}, for {network.again_epochs} "
        f"epochs on {len(x):,} images."
    )
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


def _why_low(trained: Trained) -> str:
    if len(np.unique(trained.predicted)) == 1:
        return "Every image is given the same class."
    if trained.accuracy < GUESSING:
        return (
            "That is what guessing reaches: are these the weights after training, and does predicting normalise the "
            "images as training did?"
        )
    return "Do training and predicting normalise images in the same way?" if trained.accuracy < 0.6 else ""


@cache
def _split(name: str, split: str, shape: tuple[int, ...]) -> tuple[np.ndarray, np.ndarray]:
    images, labels = data.load(name, split)
    return np.ascontiguousarray(images).reshape(-1, *shape), np.asarray(labels, np.int64)
