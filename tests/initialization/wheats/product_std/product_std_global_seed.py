"""The global generator is seeded; squares are collected in a list; tensors are returned."""

import torch


def product_statistics(width, repeats, seed):
    torch.manual_seed(seed)
    means, squares = [], []
    for _ in range(repeats):
        y = torch.mv(torch.randn(width, width), torch.randn(width))
        means.append(y.mean())
        squares.append(y.pow(2).sum() / width)
    return torch.stack(means).mean(), torch.stack(squares).mean().sqrt()
