"""Images of the tests, handed-in weights, and marks for what they reach. Labels and shares stay in the judge."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import torch

from autograder import checks, data
from autograder.judge.student import StudentFunctions
from solutions.autoencoders.reconstruction import corrupt, explained, pca_rebuilt

COUNT = 2_000
"""Test images, the first ones, that reconstructions are measured on; the error of a share is then near 0.005."""
BATCH = 250
"""Images of one call: what a layer makes of them stays in the processor's cache, twice as fast as a thousand."""


@cache
def split(name: str) -> tuple[np.ndarray, np.ndarray]:
    """uint8 images (N, 28, 28) and labels (N,) of "train" or "test"."""
    images, labels = data.load("mnist", name)
    return np.ascontiguousarray(images), np.asarray(labels, np.int64)


def check_file(student: StudentFunctions, file: str, make: str) -> str:
    """The weights were handed in and fit the network of ``make``; returns what to know about their data, or ""."""
    student.probe("network_shapes", make)  # a stub says so before anything is said about files
    if not student.file(file):
        checks.fail(f"{file} was not handed in; the script that trains the network writes it.", "weights missing")
    found = student.probe("read_checkpoint", file, make)
    checks.weights_file(found, file, make)
    note = checks.trained_on(found["data"], "mnist", file)
    return f" {note}" if note else ""


def clean_images(count: int = COUNT) -> np.ndarray:
    """Float32 test images (count, 1, 28, 28) in [0, 1]."""
    images: np.ndarray = split("test")[0][:count, None].astype(np.float32) / 255
    return images


@cache
def noisy_images(count: int, std: float) -> np.ndarray:
    """The first test images with normal noise of this standard deviation, the same for every network."""
    return corrupt(clean_images(count), std, np.random.default_rng(63))


def rebuilt(student: StudentFunctions, file: str, make: str, images: np.ndarray) -> np.ndarray:
    """What ``reconstruct`` gives for the images, float64 (N, 784)."""
    found = student.probe("rebuilt_in_parts", file, make, torch.from_numpy(images), BATCH)
    return np.concatenate([flat(part, count) for part, count in parts(found, len(images))])


def parts(found: Any, count: int) -> list[tuple[Any, int]]:
    """What a probe returned for ``count`` images, BATCH at a time: each part, and of how many images it is."""
    counts = [min(BATCH, count - start) for start in range(0, count, BATCH)]
    if not isinstance(found, list) or len(found) != len(counts):
        checks.fail("the network gave no answer that can be read.")
    return list(zip(found, counts, strict=True))


def flat(found: Any, count: int) -> np.ndarray:
    """Reconstructions of ``count`` images as (count, 784), from any shape that holds them, or a sentence."""
    shapes: list[Any] = [(count, 1, 28, 28), (count, 784), (count, 28, 28)]
    shapes += [shape[1:] for shape in shapes] if count == 1 else []
    return checks.array(found, shapes, "the result of reconstruct").reshape(count, 784)


@cache
def mean_image() -> np.ndarray:
    """Mean training image, (28, 28) in [0, 1]."""
    images: np.ndarray = split("train")[0].mean(axis=0) / 255
    return images


def share_explained(outputs: np.ndarray, images: np.ndarray) -> float:
    """Share of the variance of the images that reconstructions explain."""
    return explained(outputs, images, mean_image())


@cache
def pca_share() -> float:
    """What two principal components of the first 6,000 training images explain."""
    images = clean_images()
    return share_explained(pca_rebuilt(split("train")[0][:6_000] / 255, images), images)


def check_share(share: float, limits: dict, file: str, note: str = "") -> None:
    """Half of the marks at ``limits["pass"]``, rising linearly to all of them at ``limits["full"]``."""
    low, high = limits["pass"], limits["full"]
    if share >= high:
        return
    shown = f"the reconstructions by {file} explain {100 * share:.1f} % of the test images' variance"
    if share < low:
        why = ""
        if share < 0.02:
            why = " That is no better than giving the same picture every time: are these the weights after training?"
        checks.fail(f"{shown}; marks begin at {100 * low:.0f} %.{why}{note}", "too little explained")
    score = 0.5 + 0.5 * (share - low) / (high - low)
    checks.fail(f"{shown}; full marks begin at {100 * high:.0f} %.{note}", score=score)
