"""a is used as the variance."""

CAUGHT_BY = ("test_noise_is_normal_with_std_a", "test_noise_comes_before_normalisation")
CODE = "a-used-as-variance"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images + a**0.5 * torch.randn_like(images)
