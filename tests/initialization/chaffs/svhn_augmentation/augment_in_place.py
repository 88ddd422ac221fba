"""The given batch is changed."""

CAUGHT_BY = ("test_changes_the_images_and_keeps_their_form",)
CODE = "changed-in-place"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return images.mul_(0.8 + 0.2 * torch.rand(len(images), 1, 1, 1))
