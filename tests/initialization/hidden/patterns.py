"""Test images for augmentations: has an image been mirrored, can it still be recognised?"""

from __future__ import annotations

import numpy as np

SHIFTS = 4
"""Most pixels by which the middle of an image may move and still be recognised."""
EDGE = 7
"""Pixels at each side that are not compared, because a turn or a shift fills them with something else."""
MIRRORS = {"mirrored left to right": (2,), "mirrored top to bottom": (1,), "turned upside down": (1, 2)}


def blobs(rng: np.random.Generator, count: int) -> np.ndarray:
    """float32 images (count, 3, 32, 32) in 0.1 … 0.9: soft light and dark spots, unlike all their mirror images.

    Soft, so that small shifts, turns and zooms keep them similar to themselves.
    """
    rows, columns = np.mgrid[:32, :32]
    kept = np.empty((0, 32, 32))
    while len(kept) < count:
        y, x = rng.uniform(8, 24, (2, 5 * count, 6, 1, 1))
        spots = np.exp(-((rows - y) ** 2 + (columns - x) ** 2) / (2 * 2.5**2))
        images = (spots * np.array([1, 1, 1, -1, -1, -1])[:, None, None]).sum(axis=1)
        alike = [similarity(images, np.flip(images, axes)) for axes in MIRRORS.values()]
        kept = np.concatenate([kept, images[np.max(alike, axis=0) < 0.7]])[:count]
    scaled = 0.5 + 0.35 * kept / np.abs(kept).max(axis=(1, 2), keepdims=True)
    tint = 1 + rng.uniform(-0.05, 0.05, (count, 3, 1, 1))
    return (scaled[:, None] * tint).astype(np.float32)


def grey(images: np.ndarray) -> np.ndarray:
    return images.mean(axis=1)


def similarity(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """Largest |correlation| of the middle of ``first`` (N, 32, 32) with ``second`` around it, over shifts; 0 … 1.

    The absolute value, because light digits on dark ground are as good as dark ones on light.
    """
    size = 32 - 2 * EDGE
    middle = first[:, EDGE:-EDGE, EDGE:-EDGE]
    middle = middle - middle.mean(axis=(1, 2), keepdims=True)
    reach = second[:, EDGE - SHIFTS : 32 - EDGE + SHIFTS, EDGE - SHIFTS : 32 - EDGE + SHIFTS]
    windows = np.lib.stride_tricks.sliding_window_view(reach, (size, size), axis=(1, 2))
    products = np.einsum("nij,nabij->nab", middle, windows, optimize=True)  # the middle has mean 0: no need to centre
    spread = np.sqrt(np.maximum(_window_means(reach**2, size) - _window_means(reach, size) ** 2, 1e-12)) * size
    scale = np.linalg.norm(middle, axis=(1, 2))[:, None, None] * spread
    best: np.ndarray = np.abs(products / scale).max(axis=(1, 2))
    return best


def mirrored_share(before: np.ndarray, after: np.ndarray, axes: tuple[int, ...], margin: float = 0.15) -> float:
    """Share of the images (N, 32, 32) that are more similar to the mirrored original than to the original."""
    return float(np.mean(similarity(np.flip(before, axes), after) > similarity(before, after) + margin))


def _window_means(images: np.ndarray, size: int) -> np.ndarray:
    """Means of all (size, size) windows, by sums of sums."""
    sums = np.pad(images, ((0, 0), (1, 0), (1, 0))).cumsum(axis=1).cumsum(axis=2)
    total: np.ndarray = (
        sums[:, size:, size:] - sums[:, :-size, size:] - sums[:, size:, :-size] + sums[:, :-size, :-size]
    )
    return total / size**2
