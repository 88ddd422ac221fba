"""Every second image is mirrored."""

CAUGHT_BY = ("test_digits_are_not_mirrored",)
CODE = "mirrored"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return torch.where(torch.rand(len(images), 1, 1, 1) < 0.5, images.flip(3), images)
