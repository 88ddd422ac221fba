"""A short training that was watched: which images, which optimiser, which targets."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from autograder import checks
from autograder.judge.student import StudentFunctions
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
    student: StudentFunctions, make: str, train: str, rng: np.random.Generator, **options: Any
) -> tuple[dict, np.ndarray]:
    """What the probe saw, and the images that were trained on."""
    images = pattern_images(rng)
    seed = int(rng.integers(2**31))
    return student.probe("watched_training", make, train, torch.from_numpy(images), EPOCHS, seed, options), images


def check_training(found: dict, count: int, train: str) -> None:
    """Adam with 0.001, every parameter, every image once an epoch, one loss per epoch, falling."""
    if found["changed_images"]:
        checks.fail(f"{train} changes the images that it is given.", "changed in place")
    optimiser = found["optimiser"]
    if optimiser is None:
        checks.fail(f"{train} never takes a step with an optimiser of torch.optim.", "no optimiser")
    if "Adam" not in optimiser["kinds"]:
        checks.fail(f"{train} uses {optimiser['kinds'][0]}, not Adam.", "other optimiser")
    if any(abs(rate - 1e-3) > 1e-9 for rate in optimiser["rates"]):
        checks.fail("the learning rate of Adam is not 0.001.", "other learning rate")
    if found["unchanged"]:
        names = ", ".join(found["unchanged"][:3])
        checks.fail(f"training leaves parameters as they were ({names}).", "parameters not trained")
    times = np.bincount(np.asarray(found["which"], int), minlength=count)
    if (times == 0).mean() > 0.3 or times.mean() < 0.7 * EPOCHS:  # drop_last leaves a part out, another each time
        checks.fail(f"{train} does not train on every image once an epoch: images are left out.", "images left out")
    if times.mean() > 1.05 * EPOCHS:
        checks.fail(f"{train} trains on the images more often than once an epoch.", "too many epochs")
    checks.loss_decreases(found["losses"], count=EPOCHS, what=f"the list of losses from {train}")


def pointing_at(found: dict, targets: np.ndarray) -> float:
    """Share of the first batch's pixels whose derivative points away from the target, as every loss has it.

    With a sigmoid at the end, y = σ(z): dL/dz has the sign of y − target for squared error, cross-entropy, |y − t| …
    """
    values, slopes = (np.asarray(found["first"][name], float) for name in ("values", "slopes"))
    some = slopes != 0
    return float((np.sign(slopes) == np.sign(sigmoid(values) - targets))[some].mean()) if some.any() else 0.0


def check_targets(found: dict, images: np.ndarray) -> None:
    """The targets of the first batch are its images, clean."""
    which = np.asarray(found["which"], int)[: len(found["first"]["inputs"])]
    if pointing_at(found, images.reshape(len(images), -1)[which]) > 0.99:
        return
    if pointing_at(found, np.asarray(found["first"]["inputs"], float)) > 0.99:
        checks.fail("the targets of the training are the noisy images; they are to be the clean ones.", "noisy targets")
    checks.fail("the targets of the training are not the images that were given.", "other targets")
