"""Contrast, brightness and a little noise, clipped."""

import torch


def augment(images, seed):
    g = torch.Generator().manual_seed(seed)
    shape = (len(images), 1, 1, 1)
    contrast, light = 0.7 + 0.6 * torch.rand(shape, generator=g), 0.2 * torch.rand(shape, generator=g) - 0.1
    return ((images - 0.5) * contrast + 0.5 + light + 0.03 * torch.randn(images.shape, generator=g)).clamp(0, 1)
