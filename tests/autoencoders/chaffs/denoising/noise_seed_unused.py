"""The seed is not looked at."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "seed-ignored"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed())
    noise = torch.randn(images.shape, generator=generator)
    return images + 0.3 * noise
