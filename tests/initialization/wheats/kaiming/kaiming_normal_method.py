"""Tensor.normal_ in float64."""

import torch


def kaiming_init(fan_in, fan_out):
    return torch.empty((fan_out, fan_in), dtype=torch.float64).normal_(mean=0, std=2**0.5 / fan_in**0.5)
