"""0.3 is the variance, and NOISE says standard deviation."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "used-as-variance"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return images + 0.3**0.5 * noise
