"""Standard normal noise."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-not-scaled"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return images + noise
