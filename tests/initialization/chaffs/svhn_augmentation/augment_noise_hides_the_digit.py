"""Noise so strong that nothing is left of the digit."""

CAUGHT_BY = ("test_digits_stay_recognisable",)
CODE = "change-too-strong"

import torch


def augment(images, seed):
    torch.manual_seed(seed)
    return (images + 2 * torch.randn_like(images)).clamp(0, 1)
