"""The seed is 0 unless another is given."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "always-the-same-noise"

import torch


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(seed or 0)
    noise = torch.randn(images.shape, generator=generator)
    return images + 0.3 * noise
