"""Checks of both trained networks (T2 and T3)."""

from __future__ import annotations

import numpy as np
import torch

from autograder import checks
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.trained import Network, as_scores


def check_modes(student: checks.Student, network: Network, images: np.ndarray) -> None:
    """A new network in training mode predicts ten scores per image, and the same ones again and in smaller batches."""
    scores = student.probe("scores_in_training_mode", network.make, network.predict, torch.from_numpy(images))
    checks.evaluation_mode(scores, network.predict, lambda given: as_scores(given, len(images), network.predict))


def check_training(
    student: checks.Student, network: Network, rng: np.random.Generator, count: int, epochs: int
) -> None:
    """A short training returns one loss per epoch, the losses fall, and every parameter changes.

    The images are few, but enough for any usual batch size. Two thirds belong to one class: any training that works
    learns that within a few steps, however small its learning rate.
    """
    images, labels = network.split("train")
    frequent = labels == rng.integers(10)
    chosen = np.concatenate(
        [rng.choice(np.flatnonzero(frequent), 2 * count // 3), rng.choice(np.flatnonzero(~frequent), count // 3)]
    )
    rng.shuffle(chosen)
    training = student.probe(
        "brief_training",
        network.make,
        network.train,
        torch.from_numpy(images[chosen]),
        torch.from_numpy(labels[chosen]),
        epochs,
        int(rng.integers(2**31)),
    )
    losses = training["losses"]
    if training["unchanged"]:
        checks.fail(catalogue.PARAMETERS_NOT_TRAINED(names=", ".join(training["unchanged"][:3])))
    if not isinstance(losses, list):
        checks.fail(catalogue.NO_LIST_OF_LOSSES(function=network.train, found=type(losses).__name__))
    checks.loss_decreases(losses, count=epochs, what=f"the list of losses from {network.train}")
