"""The generator is always seeded by the same number."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "seed-fixed"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(211)
    return images + a * torch.randn_like(images)
