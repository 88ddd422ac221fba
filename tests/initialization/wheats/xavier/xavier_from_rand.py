"""torch.rand stretched and shifted, a parameter that asks for gradients."""

import torch


def xavier_init(fan_in, fan_out):
    return torch.nn.Parameter((2 * torch.rand(fan_out, fan_in) - 1) * (6 / (fan_in + fan_out)) ** 0.5)
