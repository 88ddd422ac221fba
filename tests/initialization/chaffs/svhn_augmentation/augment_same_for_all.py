"""One shift for the whole batch."""

CAUGHT_BY = ("test_each_image_has_its_own_randomness",)
CODE = "same-change-for-images"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return images.roll(torch.randint(-3, 4, (2,)).tolist(), dims=(2, 3)) * (0.8 + 0.2 * torch.rand(()))
