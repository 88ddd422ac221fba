"""The seed is not used."""

CAUGHT_BY = ("test_seed_decides_the_draw",)
CODE = "seed-ignored"

import torch


def product_statistics(width, repeats, seed):
    y = torch.stack([torch.randn(width, width) @ torch.randn(width) for _ in range(repeats)])
    return y.mean().item(), (y**2).mean().sqrt().item()
