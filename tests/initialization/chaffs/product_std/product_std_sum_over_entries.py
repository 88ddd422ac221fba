"""Squares are summed over the entries instead of averaged."""

CAUGHT_BY = ("test_std_is_the_root_of_the_width",)
SAYS = "instead of averaged"

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    mean, square = 0.0, 0.0
    for _ in range(repeats):
        y = torch.randn(width, width, generator=g) @ torch.randn(width, generator=g)
        mean += y.mean().item() / repeats
        square += (y**2).sum().item() / repeats
    return mean, square**0.5
