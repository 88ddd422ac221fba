"""0.3 is the standard deviation, and NOISE says variance."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "used-as-std"

import torch


NOISE = ("variance", 0.3)


def corrupt(images, seed=None):
    generator = torch.Generator()
    generator.manual_seed(torch.seed() if seed is None else seed)
    noise = torch.randn(images.shape, generator=generator)
    return images + 0.3 * noise
