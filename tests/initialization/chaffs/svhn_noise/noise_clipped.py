"""Noisy images are clipped to [0, 1]."""

CAUGHT_BY = ("test_noise_is_not_clipped",)
CODE = "noise-clipped"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return (images + a * torch.randn_like(images)).clamp(0, 1)
