"""The root is taken in every repeat and the roots are averaged."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
SAYS = "roots are averaged"

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    mean, square = 0.0, 0.0
    for _ in range(repeats):
        y = torch.randn(width, width, generator=g) @ torch.randn(width, generator=g)
        mean += y.mean().item() / repeats
        square += (y**2).mean().item() ** 0.5 / repeats
    return mean, square
