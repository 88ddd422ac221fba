"""P3.1: draws the pictures of a small folder, and checks what a student's function reads from it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, NoReturn

import numpy as np
from PIL import Image

from autograder import checks
from tests.backprop.hidden import catalogue_networks as catalogue

NEAR = 3.0
"""Mean difference of grey values up to which two pictures count as equal: decoders of jpg differ by less than 1."""


def draw_pictures(count: int, rng: np.random.Generator) -> np.ndarray:
    """Draw pictures (N, 64, 64, 3) uint8 that change when they are mirrored, transposed or their colours swapped.

    Each has a background and two bars, at the top and at the left, whose colours differ much from picture to picture.
    """
    colours = rng.integers(0, 256, (count, 3, 3)).astype(np.uint8)
    colours[:, :, 0], colours[:, 0, 2] = np.linspace(10, 245, count).astype(np.uint8)[:, None], 255
    colours[:, 0, 0] = rng.permutation(np.linspace(0, 120, count).astype(np.uint8))
    pixels = np.empty((count, 64, 64, 3), np.uint8)
    pixels[:] = colours[:, None, None, 0]
    pixels[:, :16] = colours[:, None, None, 1]
    pixels[:, 16:, :16] = colours[:, None, None, 2]
    return pixels


def decode(picture: np.ndarray, grey: bool) -> np.ndarray:
    """The picture (3, 64, 64) as it is read back from the jpg that the probe writes."""
    image, buffer = Image.fromarray(picture), io.BytesIO()
    (image.convert("L") if grey else image).save(buffer, "jpeg", quality=95)
    return np.asarray(Image.open(buffer).convert("RGB")).transpose(2, 0, 1)


def check_images(answer: Any, count: int, what: str) -> np.ndarray:
    """Return uint8 images (N, 3, 64, 64); fails with what is wrong about them."""
    images = checks.array(answer, None, what)
    if images.shape == (count, 64, 64, 3):
        checks.fail(catalogue.COLOURS_LAST, what)
    if images.ndim == 4 and images.shape[1:] == (3, 64, 64) and images.shape[0] != count:
        checks.fail(catalogue.IMAGES_MISSING if images.shape[0] < count else catalogue.TOO_MANY_IMAGES, what)
    checks.array(answer, (count, 3, 64, 64), what)
    if np.asarray(answer).dtype != np.uint8:
        checks.fail(catalogue.NOT_UINT8(found=str(np.asarray(answer).dtype)), what)
    return images


def positions(images: np.ndarray, expected: Sequence[np.ndarray], what: str) -> list[int]:
    """The index in ``images`` of each expected picture; fails when one is missing, and says how it was changed."""
    indices = []
    for picture in expected:
        distance = np.abs(images - picture).mean(axis=(1, 2, 3))
        if distance.min() > NEAR:
            _fail_for(images, picture.astype(float), what)
        indices.append(int(distance.argmin()))
    return indices


def _fail_for(images: np.ndarray, picture: np.ndarray, what: str) -> NoReturn:
    changed = [
        (catalogue.AXES_SWAPPED, picture.transpose(0, 2, 1)),
        (catalogue.COLOURS_BACKWARDS, picture[::-1]),
        (catalogue.UPSIDE_DOWN, picture[:, ::-1]),
        (catalogue.RESHAPED, picture.transpose(1, 2, 0).reshape(3, 64, 64)),
    ]
    for mistake, wrong in changed:
        if np.abs(images - wrong).mean(axis=(1, 2, 3)).min() <= NEAR:
            checks.fail(mistake, what)
    checks.fail(catalogue.OTHER_PICTURE, what)
