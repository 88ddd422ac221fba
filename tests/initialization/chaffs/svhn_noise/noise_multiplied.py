"""The noise is multiplied with the image."""

CAUGHT_BY = ("test_noise_is_normal_with_std_a", "test_noise_is_not_clipped")

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images * (1 + a * torch.randn_like(images))
