"""Uniform noise from rand."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "uniform-instead-of-normal"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.rand(images.shape, generator=generator)
    return images + 0.3 * noise
