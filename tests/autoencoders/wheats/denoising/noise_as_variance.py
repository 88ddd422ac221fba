"""0.3 read as the variance; torch.normal with a generator."""

import torch


NOISE = ("variance", 0.3)


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    return images + torch.normal(0.0, NOISE[1] ** 0.5, images.shape, generator=generator)
