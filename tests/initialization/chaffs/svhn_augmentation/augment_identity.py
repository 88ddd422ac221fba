"""Nothing is changed."""

CAUGHT_BY = ("test_changes_the_images_and_keeps_their_form",)
CODE = "images-unchanged"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return images.clone()
