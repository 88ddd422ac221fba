"""Checks of both trained networks (T2 and T3)."""

from __future__ import annotations

import numpy as np
import torch

from autograder import checks
from autograder.judge.student import StudentFunctions
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.trained import Network, as_scores


def check_modes(student: StudentFunctions, network: Network, images: np.ndarray) -> None:
    """Predictions of a new network in training mode: ten scores, the same again, the same in smaller batches."""
    scores = student.probe("scores_in_training_mode", network.make, network.predict, torch.from_numpy(images))
    checks.evaluation_mode(scores, network.predict, lambda given: as_scores(given, len(images), network.predict))


def check_training(
    student: StudentFunctions, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> None:
    """A short training returns one loss per epoch, they fall, and every parameter takes part.

    Few images, but enough for any usual batch size. Two thirds are of one class: that much is learnt within a few
    steps by any training that works, however cautious its learning rate.
    """
    images, labels = network.split("train")
    often = labels == rng.integers(10)
    some = np.concatenate(
        [rng.choice(np.flatnonzero(often), 2 * count // 3), rng.choice(np.flatnonzero(~often), count // 3)]
    )
    rng.shuffle(some)
    training = student.probe(
        "brief_training",
        network.make,
        network.train,
        torch.from_numpy(images[some]),
        torch.from_numpy(labels[some]),
        epochs,
        int(rng.integers(2**31)),
    )
    losses = training["losses"]
    if training["unchanged"]:
        checks.fail(catalogue.PARAMETERS_NOT_TRAINED(names=", ".join(training["unchanged"][:3])))
    if not isinstance(losses, list):
        checks.fail(catalogue.NO_LIST_OF_LOSSES(function=network.train, found=type(losses).__name__))
    checks.loss_decreases(losses, count=epochs, what=f"the list of losses from {network.train}")
