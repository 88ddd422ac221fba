"""0.3 squared."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-squared"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return images + 0.3**2 * noise
