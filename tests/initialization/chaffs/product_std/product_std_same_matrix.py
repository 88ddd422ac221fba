"""One a is drawn and used in all repeats."""

CAUGHT_BY = ("test_averages_squares_over_fresh_draws",)
CODE = "not-averaged-over-fresh-draws"

import torch


def product_statistics(width, repeats, seed):
    g = torch.Generator().manual_seed(seed)
    a = torch.randn(width, width, generator=g)
    y = torch.stack([a @ torch.randn(width, generator=g) for _ in range(repeats)])
    return y.mean().item(), (y**2).mean().sqrt().item()
