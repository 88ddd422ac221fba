"""One noise image for the whole batch."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
SAYS = "all images of a batch"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images + a * torch.randn(images.shape[1:])
