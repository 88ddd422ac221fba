"""A torch.Generator that asks the operating system for its seed in every call."""

import torch


def kaiming_init(fan_in, fan_out):
    generator = torch.Generator()
    generator.seed()
    return torch.randn(fan_out, fan_in, generator=generator) * (2 / fan_in) ** 0.5
