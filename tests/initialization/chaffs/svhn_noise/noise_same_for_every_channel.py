"""Grey noise."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "same-noise-for-channels"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images + a * torch.randn(len(images), 1, *images.shape[2:])
