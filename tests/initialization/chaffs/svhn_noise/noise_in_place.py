"""The given images are changed."""

CAUGHT_BY = ("test_leaves_the_given_images_alone",)
CODE = "changed-in-place"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images.add_(a * torch.randn_like(images))
