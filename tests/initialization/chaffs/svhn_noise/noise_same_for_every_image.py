"""One noise image for the whole batch."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "same-noise-for-images"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images + a * torch.randn(images.shape[1:])
