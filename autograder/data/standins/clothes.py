"""Draws silhouettes of clothes with numpy at 28 × 28: ten classes in Fashion-MNIST's order."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

SIDE = 28
Field = np.ndarray
"""Broadcasts to (N, 28, 28): signed distances (positive inside), coordinates, or one number per image."""


class _Canvas:
    """Coordinates x, y of every pixel, (N, 28, 28) in −1 … 1 with y downwards, and random numbers per image."""

    def __init__(self, count: int, rng: np.random.Generator) -> None:
        self.count, self.rng = count, rng
        axis = (np.arange(SIDE) + 0.5) * 2 / SIDE - 1
        y, x = np.meshgrid(axis, axis, indexing="ij")
        angle, shear = self.vary(-0.22, 0.22), self.vary(-0.2, 0.2)
        x0, y0 = x - self.vary(-0.22, 0.22), y - self.vary(-0.2, 0.2)
        u = (np.cos(angle) * x0 + np.sin(angle) * y0) / self.vary(0.72, 1.1) + shear * y0
        v = (np.cos(angle) * y0 - np.sin(angle) * x0) / self.vary(0.74, 1.08)
        self.x = u + self.vary(0, 0.05) * np.sin(4 * v + self.vary(0, 6.3))
        self.y = v + self.vary(0, 0.05) * np.sin(4 * u + self.vary(0, 6.3))

    def vary(self, low: float, high: float) -> Field:
        numbers: Field = self.rng.uniform(low, high, (self.count, 1, 1))
        return numbers

    def chance(self, probability: float) -> Field:
        chosen: Field = (self.rng.random((self.count, 1, 1)) < probability).astype(float)
        return chosen

    def box(self, x: Field | float, y: Field | float, half_width: Field | float, half_height: Field | float) -> Field:
        distance: Field = np.minimum(half_width - np.abs(self.x - x), half_height - np.abs(self.y - y))
        return distance

    def ellipse(self, x: Field | float, y: Field | float, a: Field | float, b: Field | float) -> Field:
        distance: Field = (1 - np.hypot((self.x - x) / a, (self.y - y) / b)) * np.minimum(a, b)
        return distance


def draw(count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return ``count`` images (N, 28, 28) uint8, light on black, and labels (N,) uint8, the classes equally often."""
    labels = rng.permutation(np.arange(count) % 10).astype(np.uint8)
    images = np.zeros((count, SIDE, SIDE))
    for label, outline in enumerate(_OUTLINES):
        canvas = _Canvas(int((labels == label).sum()), rng)
        images[labels == label] = _shade(canvas, *outline(canvas))
    return (np.clip(images, 0, 1) * 255).round().astype(np.uint8), labels


def _shade(canvas: _Canvas, shape: Field, marks: Field) -> Field:
    """Return grey values: cloth inside the outline, whose edge is one pixel soft, with marks, stripes, light, noise."""
    inside = np.clip(shape * SIDE / 2 + 0.5, 0, 1)
    cloth = canvas.vary(0.3, 1.0) * (1 + canvas.vary(-0.3, 0.3) * canvas.x + canvas.vary(-0.3, 0.3) * canvas.y)
    direction = canvas.vary(0, 3.1)
    across = np.cos(direction) * canvas.x + np.sin(direction) * canvas.y
    stripes = 1 + canvas.chance(0.4) * canvas.vary(0, 0.25) * np.sin(canvas.vary(6, 20) * across)
    darker = 1 - canvas.vary(0.3, 0.8) * np.clip(marks * SIDE / 2 + 0.5, 0, 1)
    noise = canvas.vary(0.02, 0.1) * canvas.rng.standard_normal(canvas.x.shape)
    shade: Field = inside * (cloth * stripes * darker + noise) + 0.02 * np.abs(noise)
    return shade


def _upper(canvas: _Canvas, length: Field, width: Field, sleeve: Field, neck: Field) -> Field:
    """Return a garment for the upper body: trunk, two sleeves of length ``sleeve``, a hole for the neck."""
    top = -0.75
    trunk = canvas.box(0, top + length / 2, width, length / 2)
    drop = canvas.y - top
    middle = width + 0.02 + canvas.vary(0.12, 0.3) * drop
    arm = np.minimum(canvas.vary(0.11, 0.17) - np.abs(np.abs(canvas.x) - middle), np.minimum(drop, sleeve - drop))
    garment: Field = np.minimum(np.maximum(trunk, arm), -canvas.ellipse(0, top, 0.2, neck))
    return garment


def _nothing(canvas: _Canvas) -> Field:
    return np.full(canvas.x.shape, -1.0)


def _t_shirt(c: _Canvas) -> tuple[Field, Field]:
    return _upper(c, c.vary(1.2, 1.5), c.vary(0.36, 0.48), c.vary(0.3, 0.55), c.vary(0.1, 0.22)), _nothing(c)


def _trouser(c: _Canvas) -> tuple[Field, Field]:
    half = c.vary(0.3, 0.42)
    gap = np.minimum(c.vary(0.01, 0.05) + c.vary(0.02, 0.1) * (c.y + 0.4) - np.abs(c.x), c.y + c.vary(0.2, 0.45))
    return np.minimum(c.box(0, 0, half + c.vary(-0.06, 0.03) * c.y, c.vary(0.8, 0.9)), -gap), _nothing(c)


def _pullover(c: _Canvas) -> tuple[Field, Field]:
    return _upper(c, c.vary(1.3, 1.55), c.vary(0.38, 0.5), c.vary(1.1, 1.5), c.vary(0.04, 0.1)), _nothing(c)


def _dress(c: _Canvas) -> tuple[Field, Field]:
    half = c.vary(0.2, 0.28) + np.clip(c.y + c.vary(0.0, 0.4), 0, 2) * c.vary(0.08, 0.3)
    skirt = np.minimum(half - np.abs(c.x), 0.85 - np.abs(c.y))
    sleeves = np.minimum(c.box(0, -0.6, c.vary(0.3, 0.5), 0.2), c.chance(0.4) - 0.5)
    return np.minimum(np.maximum(skirt, sleeves), -c.ellipse(0, -0.85, 0.15, c.vary(0.1, 0.3))), _nothing(c)


def _coat(c: _Canvas) -> tuple[Field, Field]:
    shape = _upper(c, c.vary(1.45, 1.65), c.vary(0.38, 0.5), c.vary(1.1, 1.5), c.vary(0.22, 0.36))
    return shape, c.vary(0.04, 0.07) - np.abs(c.x - c.vary(-0.06, 0.06))


def _sandal(c: _Canvas) -> tuple[Field, Field]:
    sole = np.minimum(c.vary(0.06, 0.12) - np.abs(c.y - 0.35 - c.vary(-0.05, 0.3) * c.x), 0.85 - np.abs(c.x))
    slope = c.y - 0.3 + c.vary(0.3, 0.7) * (c.x + 0.6)
    spacing = c.vary(9, 16) * c.x + c.vary(0, 6.3)
    straps = np.minimum(np.minimum(slope, 0.38 - c.y), np.minimum(0.12 * np.sin(spacing) + 0.02, 0.8 - np.abs(c.x)))
    return np.maximum(sole, straps), _nothing(c)


def _shirt(c: _Canvas) -> tuple[Field, Field]:
    shape = _upper(c, c.vary(1.3, 1.6), c.vary(0.36, 0.48), c.vary(0.6, 1.1), c.vary(0.08, 0.22))
    buttons = np.minimum(c.vary(0.05, 0.08) - np.abs(c.x), 0.06 * np.sin(c.vary(14, 20) * c.y) - 0.01)
    collar = 0.05 - np.abs(c.y + 0.6 + c.vary(0.4, 0.8) * np.abs(c.x))
    return shape, np.maximum(buttons, np.minimum(collar, 0.3 - np.abs(c.x)))


def _low_shoe(c: _Canvas, height: Field) -> Field:
    upper = height * (1 / (1 + np.exp(c.vary(4, 7) * (c.x - c.vary(-0.25, 0.15)))))
    body = np.minimum(c.y - 0.25 + c.vary(0.14, 0.24) + upper, 0.45 - c.y)
    shoe: Field = np.minimum(body, 0.85 - np.abs(c.x))
    return shoe


def _sneaker(c: _Canvas) -> tuple[Field, Field]:
    return _low_shoe(c, c.vary(0.15, 0.45)), 0.03 - np.abs(c.y - 0.35)


def _bag(c: _Canvas) -> tuple[Field, Field]:
    half, top = c.vary(0.5, 0.8), c.vary(-0.3, 0.05)
    body = np.minimum(half + c.vary(-0.1, 0.2) * c.y - np.abs(c.x), np.minimum(c.y - top, 0.7 - c.y))
    ring = c.vary(0.04, 0.09) - np.abs(c.ellipse(0, top, half * c.vary(0.5, 0.9), c.vary(0.25, 0.5)))
    return np.maximum(body, ring), 0.03 - np.abs(c.y - top - c.vary(0.15, 0.4))


def _ankle_boot(c: _Canvas) -> tuple[Field, Field]:
    return _low_shoe(c, c.vary(0.55, 1.0)), 0.03 - np.abs(c.y - 0.4)


_OUTLINES: tuple[Callable[[_Canvas], tuple[Field, Field]], ...] = (
    *(_t_shirt, _trouser, _pullover, _dress, _coat),
    *(_sandal, _shirt, _sneaker, _bag, _ankle_boot),
)
