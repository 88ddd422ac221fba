"""Added to the given images themselves."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "changed-in-place"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return images.add_(0.3 * noise)
