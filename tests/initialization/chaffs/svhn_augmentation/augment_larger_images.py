"""The images grow by padding."""

CAUGHT_BY = ("test_changes_the_images_and_keeps_their_form",)
CODE = "wrong-shape"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return torch.nn.functional.pad(images, (2, 2, 2, 2))
