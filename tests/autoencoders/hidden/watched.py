"""Watches a short training: its images, its optimiser and its targets."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from autograder import checks
from tests.autoencoders.hidden import catalogue_networks as catalogue
from tests.autoencoders.hidden.stages import sigmoid

EPOCHS = 3


def pattern_images(rng: np.random.Generator, count: int = 600) -> np.ndarray:
    """Float32 (count, 1, 28, 28): 549 bright and 235 dark pixels, at other places in each image.

    A new network gives grey pixels, between the two, and any training makes them brighter within a few steps; since all
    images are equally bright, their losses are alike at that stage.
    """
    images = np.repeat(np.float32([0.95, 0.05]), (549, 235))
    return rng.permuted(np.tile(images, (count, 1)), axis=1).reshape(count, 1, 28, 28)


def watch(
    student: checks.Student, make: str, train: str, rng: np.random.Generator, **options: Any
) -> tuple[dict, np.ndarray]:
    """The probe's observations, and the images of the training."""
    images = pattern_images(rng)
    seed = int(rng.integers(2**31))
    return student.probe("watched_training", make, train, torch.from_numpy(images), EPOCHS, seed, options), images


def check_training(watched: dict, count: int, train: str) -> None:
    """Adam with 0.001 trains every parameter on every image once an epoch; there is a loss for each, and they fall."""
    if watched["changed_images"]:
        checks.fail(catalogue.IMAGES_CHANGED(function=train))
    optimiser = watched["optimiser"]
    if optimiser is None:
        checks.fail(catalogue.NO_OPTIMISER(function=train))
    if "Adam" not in optimiser["kinds"]:
        checks.fail(catalogue.OTHER_OPTIMISER(function=train, name=optimiser["kinds"][0]))
    if any(abs(rate - 1e-3) > 1e-9 for rate in optimiser["rates"]):
        checks.fail(catalogue.OTHER_LEARNING_RATE)
    if watched["unchanged"]:
        checks.fail(catalogue.NOT_TRAINED(names=", ".join(watched["unchanged"][:3])))
    times = np.bincount(np.asarray(watched["which"], int), minlength=count)
    if (times == 0).mean() > 0.3 or times.mean() < 0.7 * EPOCHS:  # drop_last leaves a part out, another each time
        checks.fail(catalogue.IMAGES_LEFT_OUT(function=train))
    if times.mean() > 1.05 * EPOCHS:
        checks.fail(catalogue.TOO_MANY_EPOCHS(function=train))
    checks.loss_decreases(watched["losses"], count=EPOCHS, what=f"the list of losses from {train}")


def pointing_at(watched: dict, targets: np.ndarray) -> float:
    """Share of the first batch's pixels whose derivative points away from the target, as it does for every loss.

    With a sigmoid at the end, y = σ(z): dL/dz has the sign of y − target for squared error, cross-entropy, |y − t| …
    """
    values, slopes = (np.asarray(watched["first"][name], float) for name in ("values", "slopes"))
    nonzero = slopes != 0
    agrees = np.sign(slopes) == np.sign(sigmoid(values) - targets)
    return float(agrees[nonzero].mean()) if nonzero.any() else 0.0


def check_targets(watched: dict, images: np.ndarray) -> None:
    """The targets of the first batch are its clean images."""
    which = np.asarray(watched["which"], int)[: len(watched["first"]["inputs"])]
    if pointing_at(watched, images.reshape(len(images), -1)[which]) > 0.99:
        return
    if pointing_at(watched, np.asarray(watched["first"]["inputs"], float)) > 0.99:
        checks.fail(catalogue.NOISY_TARGETS)
    checks.fail(catalogue.OTHER_TARGETS)
