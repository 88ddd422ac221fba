"""Draws digits like MNIST's at 28 × 28: scikit-learn's handwritten ones, enlarged, with a pen of varying width."""

from __future__ import annotations

import numpy as np

from autograder.data.standins.house_numbers import place_shapes

SIDE = 28


def draw(count: int, source: tuple[np.ndarray, np.ndarray], rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return ``count`` digits (N, 28, 28) uint8, bright on black, and their labels (N,) uint8.

    ``source`` is what ``house_numbers.glyphs`` returns. Size, slant, position and pen vary, a wave bends the strokes,
    and about every fifth digit has a scratch. So a multilayer perceptron scores higher than a linear classifier, and a
    convolutional network higher still.
    """
    shapes, targets = source
    chosen = rng.integers(len(shapes), size=count)
    height = rng.uniform(17, 24, count)
    width = height * rng.uniform(0.65, 1.0, count)
    slant = rng.uniform(-0.25, 0.25, count)
    x, y = 15.5 + rng.uniform(-1.5, 1.5, count), 15.5 + rng.uniform(-1.5, 1.5, count)
    ink = place_shapes(shapes[chosen], x, y, width, height, slant)[:, 2:30, 2:30]
    ink = _bend(ink, rng)
    threshold = rng.uniform(0.35, 0.55, (count, 1, 1)).astype(np.float32)
    pen = np.clip((ink - threshold) * 4 + 0.5, 0, 1) * (ink > 0.02)
    pen = np.maximum(pen, _draw_scratches(count, rng))
    pen *= rng.uniform(0.75, 1, (count, 1, 1)).astype(np.float32)
    pen += 0.03 * rng.standard_normal(pen.shape, dtype=np.float32) * (pen > 0)
    return (np.clip(pen, 0, 1) * 255).round().astype(np.uint8), targets[chosen].astype(np.uint8)


def _bend(images: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Shift each row by whole pixels along a sine of random phase and an amplitude of up to 1.5 pixels."""
    count = len(images)
    row = np.arange(SIDE)
    phase, rate = rng.uniform(0, 2 * np.pi, (count, 1)), rng.uniform(0.15, 0.35, (count, 1))
    shift = np.round(rng.uniform(0, 1.5, (count, 1)) * np.sin(rate * row + phase)).astype(int)
    columns = (np.arange(SIDE)[None, None, :] - shift[:, :, None]) % SIDE
    bent: np.ndarray = np.take_along_axis(images, columns, axis=2)
    return bent


def _draw_scratches(count: int, rng: np.random.Generator) -> np.ndarray:
    """Return a thin line across about every fifth image."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32)
    angle = rng.uniform(0, np.pi, (count, 1, 1)).astype(np.float32)
    offset = rng.uniform(-9, 9, (count, 1, 1)).astype(np.float32)
    distance = np.abs((rows - 13.5) * np.cos(angle) + (columns - 13.5) * np.sin(angle) - offset)
    shown = (rng.random(count) < 0.2).astype(np.float32)[:, None, None]
    ink: np.ndarray = np.clip(1.2 - distance, 0, 1) * 0.8 * shown
    return ink
