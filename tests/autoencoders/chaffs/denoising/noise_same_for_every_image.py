"""One picture of noise for the whole batch."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "same-noise"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape[1:], generator=generator)
    return images + 0.3 * noise
