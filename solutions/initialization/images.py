"""T3.4, T3.5: noise on images and augmentation of a batch."""

from __future__ import annotations

from typing import Any

import numpy as np

NOISE_LEVELS = (0.05, 0.01, 0.005)
"""The sheet's values of a."""


def add_noise(images: Any, a: float, seed: int) -> np.ndarray:
    """images + a·N(0, 1), float64, not clipped and not in place; every pixel of every channel gets its own number."""
    clean = np.asarray(images, np.float64)
    return clean + a * np.random.default_rng(seed).standard_normal(clean.shape)


def augment(images: Any, seed: int, *, shift: int = 2, contrast: float = 0.2) -> Any:
    """A batch (N, 3, 32, 32) of torch tensors in [0, 1], with each image moved and its contrast changed at random.

    Up to ``shift`` pixels each way, the border repeated; contrast and brightness by up to ``contrast``. The label
    stays: house numbers are never mirrored, and a shift this small keeps the digit in the middle.
    """
    import torch
    from torch.nn import functional

    generator = torch.Generator().manual_seed(seed)
    count, _, height, width = images.shape
    padded = functional.pad(images, (shift,) * 4, mode="replicate")
    offsets = torch.randint(0, 2 * shift + 1, (2, count), generator=generator).to(images.device)
    rows = offsets[0][:, None] + torch.arange(height, device=images.device)
    columns = offsets[1][:, None] + torch.arange(width, device=images.device)
    batch = torch.arange(count, device=images.device)[:, None, None]
    moved = padded.permute(0, 2, 3, 1)[batch, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)
    change = ((2 * torch.rand(2, count, 1, 1, 1, generator=generator) - 1) * contrast).to(images.device)
    mean = moved.mean(dim=(1, 2, 3), keepdim=True)
    return ((moved - mean) * (1 + change[0]) + mean + change[1] / 2).clamp(0, 1)
