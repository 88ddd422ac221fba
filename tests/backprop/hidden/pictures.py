"""P3.1: a small folder of pictures, and what reading it must give."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from autograder import checks

NEAR = 3.0
"""Mean difference of grey values up to which two pictures are the same: decoders of jpg differ by less than 1."""


def drawn(count: int, rng: np.random.Generator) -> np.ndarray:
    """Pictures (N, 64, 64, 3) uint8 that look otherwise when mirrored, transposed or with swapped colours.

    A ground and two bars, at the top and at the left, of colours that are far apart from picture to picture.
    """
    colours = rng.integers(0, 256, (count, 3, 3)).astype(np.uint8)
    colours[:, :, 0], colours[:, 0, 2] = np.linspace(10, 245, count).astype(np.uint8)[:, None], 255
    colours[:, 0, 0] = rng.permutation(np.linspace(0, 120, count).astype(np.uint8))
    pixels = np.empty((count, 64, 64, 3), np.uint8)
    pixels[:] = colours[:, None, None, 0]
    pixels[:, :16] = colours[:, None, None, 1]
    pixels[:, 16:, :16] = colours[:, None, None, 2]
    return pixels


def decoded(picture: np.ndarray, grey: bool) -> np.ndarray:
    """The picture (3, 64, 64) as it comes out of the jpg that the probe writes."""
    image, buffer = Image.fromarray(picture), io.BytesIO()
    (image.convert("L") if grey else image).save(buffer, "jpeg", quality=95)
    return np.asarray(Image.open(buffer).convert("RGB")).transpose(2, 0, 1)


def check_images(found: Any, count: int, what: str) -> np.ndarray:
    """uint8 (N, 3, 64, 64), or a sentence that says what is otherwise."""
    images = checks.array(found, None, what)
    if images.shape == (count, 64, 64, 3):
        checks.fail(f"{what} have the colours last; put them first: (N, 3, 64, 64).", "channels last")
    if images.ndim == 4 and images.shape[1:] == (3, 64, 64) and images.shape[0] != count:
        few = "are missing" if images.shape[0] < count else "are too many (other files must be left out)"
        checks.fail(f"{what}: some {few}.", "wrong number of images")
    checks.array(found, (count, 3, 64, 64), what)
    if np.asarray(found).dtype != np.uint8:
        checks.fail(f"{what} are {np.asarray(found).dtype}; return uint8 as in the files (0 … 255).", "not uint8")
    return images


def positions(images: np.ndarray, expected: Sequence[np.ndarray], what: str) -> list[int]:
    """Where each expected picture stands in ``images``; fails when one is not there, and says what became of it."""
    places = []
    for picture in expected:
        distance = np.abs(images - picture).mean(axis=(1, 2, 3))
        if distance.min() > NEAR:
            _fail_for(images, picture.astype(float), what)
        places.append(int(distance.argmin()))
    return places


def _fail_for(images: np.ndarray, picture: np.ndarray, what: str) -> None:
    changed = {
        "height and width are swapped": picture.transpose(0, 2, 1),
        "the colours are in the order blue, green, red; make it red, green, blue": picture[::-1],
        "the rows are upside down": picture[:, ::-1],
        "the axes were reshaped instead of transposed": picture.transpose(1, 2, 0).reshape(3, 64, 64),
    }
    for words, wrong in changed.items():
        if np.abs(images - wrong).mean(axis=(1, 2, 3)).min() <= NEAR:
            checks.fail(f"{what}: {words}.", words)
    checks.fail(f"{what}: at least one is not the picture that its file holds.", "wrong pictures")
