"""A right answer in other words than the model answer; wrong answers change a line of it."""

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    mean, square = 0.0, 0.0
    for _ in range(repeats):
        y = torch.randn(width, width, generator=g) @ torch.randn(width, generator=g)
        mean += y.mean().item() / repeats
        square += (y**2).mean().item() / repeats
    return mean, square**0.5
