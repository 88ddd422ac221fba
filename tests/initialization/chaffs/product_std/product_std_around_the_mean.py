"""The variance is taken around each product's own mean, divided by N."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
SAYS = "own mean"

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    mean, square = 0.0, 0.0
    for _ in range(repeats):
        y = torch.randn(width, width, generator=g) @ torch.randn(width, generator=g)
        mean += y.mean().item() / repeats
        square += y.var(unbiased=False).item() / repeats
    return mean, square**0.5
