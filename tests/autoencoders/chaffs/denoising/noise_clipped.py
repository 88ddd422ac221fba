"""Clipped to [0, 1]."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-clipped"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return (images + 0.3 * noise).clamp(0, 1)
