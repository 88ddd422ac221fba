"""Only the last product is looked at."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
CODE = "not-averaged-over-fresh-draws"

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    for _ in range(repeats):
        y = torch.randn(width, width, generator=g) @ torch.randn(width, generator=g)
    return y.mean().item(), (y**2).mean().sqrt().item()
