"""The seed is not used."""

CAUGHT_BY = ("test_each_image_has_its_own_randomness",)
CODE = "seed-ignored"

import torch


def augment(images, seed):
    return images * (0.8 + 0.2 * torch.rand(len(images), 1, 1, 1))
