"""Draws heads of cats and dogs on coloured backgrounds, 64 × 64: the stand-in for photographs.

Colours, sizes, positions and angles have the same distribution for both. Cats have pointed ears that stand up, a small
nose and whiskers; dogs have ears that hang down at the sides and a long muzzle with a large nose.
"""

from __future__ import annotations

import numpy as np

SIDE = 64


def labels(count: int, seed: int) -> np.ndarray:
    """Return the labels (N,) of the pictures that ``draw`` makes from this seed: 0 cat, 1 dog, as many of each."""
    shuffled: np.ndarray = np.random.default_rng([seed, 1]).permutation(np.arange(count) % 2)
    return shuffled.astype(np.uint8)


def draw(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return ``count`` pictures (N, 64, 64, 3) uint8 and their labels (N,) uint8."""
    classes = labels(count, seed)
    rng = np.random.default_rng([seed, 2])
    batches = [_draw_heads(part == 1, rng) for part in np.array_split(classes, max(1, count // 200))]
    return np.concatenate(batches), classes


def _draw_heads(dog: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return pictures (N, 64, 64, 3) uint8; ``dog`` (N,) is True for dogs."""
    count = len(dog)

    def vary(low: float, high: float) -> np.ndarray:
        return rng.uniform(low, high, (count, 1, 1)).astype(np.float32)

    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32) - (SIDE - 1) / 2
    size, angle = vary(13, 20), vary(-0.6, 0.6)
    across, down = columns - vary(-9, 9), rows - vary(-7, 9)
    u = (across * np.cos(angle) + down * np.sin(angle)) / size
    v = (down * np.cos(angle) - across * np.sin(angle)) / size
    is_dog = dog[:, None, None].astype(np.float32)
    image = _draw_background(count, rng)
    fur = rng.uniform(0.1, 0.9, (count, 1, 1, 3)).astype(np.float32)
    darker = fur * rng.uniform(0.45, 0.95, (count, 1, 1, 1)).astype(np.float32)
    broad = vary(0.8, 1.15)
    for side in (-1, 1):
        up = _triangle(u * side, v, vary(0.35, 0.7), vary(-1.6, -1.15), vary(0.3, 0.5))
        hanging = _ellipse(u * side - 0.95 * broad, v - vary(-0.15, 0.35), vary(0.2, 0.36), vary(0.55, 0.85))
        image = _blend(image, darker, up * (1 - is_dog) + hanging * is_dog)
    image = _blend(image, fur, _ellipse(u, v, broad, vary(0.85, 1.1)))
    muzzle = _ellipse(u, v - vary(0.4, 0.6), vary(0.35, 0.5), vary(0.4, 0.6)) * is_dog
    image = _blend(image, np.clip(fur * 1.2 + 0.06, 0, 1), muzzle)
    eye = rng.uniform(0, 0.5, (count, 1, 1, 3)).astype(np.float32)
    high, apart = vary(-0.35, -0.1), vary(0.33, 0.5)
    for side in (-1, 1):
        image = _blend(image, eye, _ellipse(u * side - apart, v - high, vary(0.09, 0.16), vary(0.08, 0.17)))
    nose = _ellipse(u, v - vary(0.2, 0.45), 0.1 + 0.1 * is_dog, 0.08 + 0.07 * is_dog)
    image = _blend(image, np.zeros_like(fur) + 0.08, nose)
    image = _blend(image, np.ones_like(fur) * 0.9, 0.7 * _whiskers(u, v) * (1 - is_dog) * (vary(0, 1) < 0.7))
    image += vary(0.02, 0.09)[..., None] * rng.standard_normal(image.shape, dtype=np.float32)
    pixels: np.ndarray = (np.clip(image, 0, 1) * 255).round().astype(np.uint8)
    return pixels


def _draw_background(count: int, rng: np.random.Generator) -> np.ndarray:
    """Return images of one colour each, with a gradient of light and three blots of other colours."""
    rows, columns = np.mgrid[:SIDE, :SIDE].astype(np.float32) / SIDE
    colour = rng.uniform(0, 1, (count, 1, 1, 3))
    image: np.ndarray = np.broadcast_to(colour, (count, SIDE, SIDE, 3)).astype(np.float32)
    slope = rng.uniform(-0.3, 0.3, (2, count, 1, 1, 1)).astype(np.float32)
    image = image + slope[0] * (rows - 0.5)[..., None] + slope[1] * (columns - 0.5)[..., None]
    for _ in range(3):
        x, y, a, b = rng.uniform([0, 0, 0.08, 0.08], [1, 1, 0.35, 0.35], (count, 4)).T.astype(np.float32)[
            ..., None, None
        ]
        blot = _ellipse(columns - x, rows - y, a, b, 12)
        image = _blend(image, rng.uniform(0, 1, (count, 1, 1, 3)).astype(np.float32), blot)
    return image


def _ellipse(x: np.ndarray, y: np.ndarray, a: np.ndarray, b: np.ndarray, sharpness: float = 9) -> np.ndarray:
    """Return the coverage in [0, 1] of an ellipse around the origin with half axes a, b."""
    coverage: np.ndarray = np.clip((1 - np.sqrt((x / a) ** 2 + (y / b) ** 2)) * sharpness * 0.5 + 0.5, 0, 1)
    return coverage


def _triangle(x: np.ndarray, y: np.ndarray, middle: np.ndarray, top: np.ndarray, half: np.ndarray) -> np.ndarray:
    """Return the coverage of a triangle with its base at y = −0.4, centred at ``middle``, and its tip at ``top``."""
    height = np.clip((y - top) / (-0.4 - top), 0, 1)
    coverage: np.ndarray = np.clip((half * height - np.abs(x - middle)) * 9 + 0.5, 0, 1) * (y > top) * (y < -0.2)
    return coverage


def _whiskers(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Return the coverage of three thin lines on each side of the nose."""
    lines = [np.abs(v - 0.35 - slope * (np.abs(u) - 0.2)) < 0.03 for slope in (-0.25, 0.0, 0.25)]
    coverage: np.ndarray = np.any(lines, axis=0) * (np.abs(u) > 0.25) * (np.abs(u) < 1.2)
    return coverage


def _blend(image: np.ndarray, colour: np.ndarray, coverage: np.ndarray) -> np.ndarray:
    """Blend ``colour`` into the image by ``coverage`` (N, 64, 64)."""
    blended: np.ndarray = image + (colour - image) * coverage[..., None]
    return blended
