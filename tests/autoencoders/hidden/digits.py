"""The tests' images, handed-in weights, and marks for their reconstructions. Labels and shares stay in the judge."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import torch

from autograder import checks, data
from solutions.autoencoders.reconstruction import corrupt, explained, pca_rebuilt
from tests.autoencoders.hidden import catalogue_networks as catalogue

COUNT = 2_000
"""Number of test images, the first ones, on which reconstructions are measured: a share is then accurate to 0.005."""
BATCH = 250
"""Images in one call. A layer's output for them fits into the processor's cache: twice as fast as 1,000 images."""


@cache
def split(name: str) -> tuple[np.ndarray, np.ndarray]:
    """uint8 images (N, 28, 28) and labels (N,) of "train" or "test"."""
    images, labels = data.load("mnist", name)
    return np.ascontiguousarray(images), np.asarray(labels, np.int64)


def check_file(student: checks.Student, file: str, make: str) -> str:
    """Fails unless the weights were handed in and fit the network of ``make``.

    Returns a sentence about the data they were trained on, with a blank in front, or "".
    """
    student.probe("network_shapes", make)  # an empty answer fails here, before a missing file is reported
    if not student.file(file):
        checks.fail(catalogue.NOT_HANDED_IN(file=file))
    checkpoint = student.probe("read_checkpoint", file, make)
    checks.weights_file(checkpoint, file, make)
    note = checks.trained_on(checkpoint["data"], "mnist", file)
    return f" {note}" if note else ""


def clean_images(count: int = COUNT) -> np.ndarray:
    """Float32 test images (count, 1, 28, 28) in [0, 1]."""
    images: np.ndarray = split("test")[0][:count, None].astype(np.float32) / 255
    return images


@cache
def noisy_images(count: int, std: float) -> np.ndarray:
    """The first test images with normal noise of this standard deviation, the same for every network."""
    return corrupt(clean_images(count), std, np.random.default_rng(63))


def rebuilt(student: checks.Student, file: str, make: str, images: np.ndarray) -> np.ndarray:
    """The reconstructions of the images by ``reconstruct``, float64 (N, 784)."""
    outputs = student.probe("rebuilt_in_parts", file, make, torch.from_numpy(images), BATCH)
    return np.concatenate([flat(part, count) for part, count in parts(outputs, len(images))])


def parts(outputs: Any, count: int) -> list[tuple[Any, int]]:
    """A probe's outputs for ``count`` images, BATCH images in each part: pairs of a part and its number of images."""
    counts = [min(BATCH, count - start) for start in range(0, count, BATCH)]
    if not isinstance(outputs, list) or len(outputs) != len(counts):
        checks.fail(catalogue.UNREADABLE_OUTPUT)
    return list(zip(outputs, counts, strict=True))


def flat(outputs: Any, count: int) -> np.ndarray:
    """Reconstructions of ``count`` images as (count, 784). Fails where their shape does not allow that."""
    shapes: list[Any] = [(count, 1, 28, 28), (count, 784), (count, 28, 28)]
    shapes += [shape[1:] for shape in shapes] if count == 1 else []
    return checks.array(outputs, shapes, "the result of reconstruct").reshape(count, 784)


@cache
def mean_image() -> np.ndarray:
    """Mean training image, (28, 28) in [0, 1]."""
    images: np.ndarray = split("train")[0].mean(axis=0) / 255
    return images


def share_explained(outputs: np.ndarray, images: np.ndarray) -> float:
    """The part of the images' variance that the reconstructions explain; 1 is perfect."""
    return explained(outputs, images, mean_image())


@cache
def pca_share() -> float:
    """The share that two principal components of the first 6,000 training images explain."""
    images = clean_images()
    return share_explained(pca_rebuilt(split("train")[0][:6_000] / 255, images), images)


def check_share(share: float, limits: dict, file: str, note: str = "") -> None:
    """Half of the marks at ``limits["pass"]``, rising linearly to all of them at ``limits["full"]``."""
    low, high = limits["pass"], limits["full"]
    if share >= high:
        return
    percent = 100 * share
    if share < low:
        entry = catalogue.EXPLAINS_NOTHING if share < 0.02 else catalogue.EXPLAINS_TOO_LITTLE
        checks.fail(entry(file=file, percent=percent, needed=100 * low, note=note))
    score = 0.5 + 0.5 * (share - low) / (high - low)
    enough = catalogue.EXPLAINS_ENOUGH_TO_PASS(file=file, percent=percent, needed=100 * high, note=note)
    checks.fail(enough, score=score)
