"""Uniform noise."""

CAUGHT_BY = ("test_noise_is_normal_with_std_a",)
CODE = "uniform-instead-of-normal"

import torch


def add_noise(images, a, seed):
    torch.manual_seed(seed)
    return images + a * torch.rand_like(images)
