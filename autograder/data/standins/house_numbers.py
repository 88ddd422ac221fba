"""Draws colour crops of house numbers: scikit-learn's handwritten digits on coloured plates, with neighbours."""

from __future__ import annotations

import numpy as np

SIDE = 32
TRAIN_SOURCES = 1347
"""Of the 1,797 digits of ``load_digits``; the later ones, mostly by other writers, are for the test set."""


def glyphs(split: str) -> tuple[np.ndarray, np.ndarray]:
    """Return the digits (M, 8, 8) in [0, 1] that a split may use, and their labels (M,)."""
    from sklearn.datasets import load_digits

    digits = load_digits()
    part = slice(None, TRAIN_SOURCES) if split == "train" else slice(TRAIN_SOURCES, None)
    return digits.images[part] / 16.0, digits.target[part]


def draw(count: int, source: tuple[np.ndarray, np.ndarray], rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return ``count`` crops (N, 32, 32, 3) uint8 and the labels (N,) uint8 of the digits in the middle.

    Digits are dark on light or light on dark, so brightness alone says nothing. Position, size, slant, light and
    sharpness vary, and parts of other digits appear at the sides, as in a house number.
    """
    shapes, targets = source
    middle = rng.integers(len(shapes), size=count)
    height = rng.uniform(19, 29, count)
    width = height * rng.uniform(0.6, 0.95, count)
    slant = rng.uniform(-0.25, 0.25, count)
    x, y = 15.5 + rng.uniform(-2.5, 2.5, count), 15.5 + rng.uniform(-2, 2, count)
    ink = place_shapes(shapes[middle], x, y, width, height, slant)
    for side in (-1, 1):
        other = rng.integers(len(shapes), size=count)
        distance = side * width * rng.uniform(0.85, 1.25, count)
        neighbour = place_shapes(shapes[other], x + distance, y + rng.uniform(-1.5, 1.5, count), width, height, slant)
        ink = np.maximum(ink, neighbour * (rng.random(count) < 0.7).astype(np.float32)[:, None, None])
    return _paint(ink, rng), targets[middle].astype(np.uint8)


def place_shapes(
    shapes: np.ndarray, x: np.ndarray, y: np.ndarray, width: np.ndarray, height: np.ndarray, slant: np.ndarray
) -> np.ndarray:
    """Return each shape (N, 8, 8) centred at (x, y) with the given size in pixels, bilinear: (N, 32, 32)."""
    centred = np.arange(SIDE, dtype=np.float32)
    below = centred - y[:, None].astype(np.float32)
    padded = np.pad(shapes, ((0, 0), (1, 1), (1, 1))).astype(np.float32)
    v, top = _split(below * (8 / height[:, None]).astype(np.float32) + 4.5)
    index = np.arange(len(shapes))[:, None]
    lines = padded[index, top] * (1 - v)[..., None] + padded[index, top + 1] * v[..., None]
    across = centred - x[:, None, None].astype(np.float32) + (slant[:, None] * below)[..., None].astype(np.float32)
    u, left = _split(across * (8 / width[:, None, None]).astype(np.float32) + 4.5)
    ink: np.ndarray = np.take_along_axis(lines, left, 2) * (1 - u) + np.take_along_axis(lines, left + 1, 2) * u
    return ink


def _split(position: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return fraction and whole part of positions in a padded glyph of 10 pixels, limited to its inside."""
    inside = np.clip(position, 0, 8.999)
    whole = inside.astype(np.intp)
    return inside - whole.astype(np.float32), whole


def _paint(ink: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Turn coverage (N, 32, 32) in [0, 1] into images (N, 32, 32, 3) uint8: two colours, light, blur, noise."""
    count = len(ink)

    def vary(low: float, high: float, *shape: int) -> np.ndarray:
        return rng.uniform(low, high, (*shape, count, 1, 1, 1)).astype(np.float32)

    colours = rng.uniform(-0.15, 0.15, (count, 1, 1, 3)).astype(np.float32)
    ground = rng.uniform(0.15, 0.85, (count, 1, 1, 3)).astype(np.float32)
    contrast = vary(0.3, 0.65) * rng.choice(np.array([-1, 1], np.float32), (count, 1, 1, 1))
    figure = np.clip(ground + contrast + colours, 0, 1)
    image = ground + (figure - ground) * ink[..., None]
    ramp = np.linspace(-1, 1, SIDE, dtype=np.float32)
    light = vary(-0.15, 0.15, 2)
    image += light[0] * ramp[:, None, None] + light[1] * ramp[None, :, None]
    softness = vary(0, 0.5)
    for axis in (1, 2):
        image = image * (1 - softness) + softness * 0.5 * (np.roll(image, 1, axis) + np.roll(image, -1, axis))
    image += vary(0.01, 0.06) * rng.standard_normal(image.shape, dtype=np.float32)
    pixels: np.ndarray = (np.clip(image, 0, 1) * 255).round().astype(np.uint8)
    return pixels
