"""Normalised as well, so the range [0, 1] is left."""

CAUGHT_BY = ("test_changes_the_images_and_keeps_their_form",)
CODE = "range-left"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return (images + 0.05 * torch.randn_like(images) - 0.45) / 0.2
