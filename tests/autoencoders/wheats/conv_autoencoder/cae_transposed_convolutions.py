"""The decoder's convolutions are transposed ones of stride 1: the same thing with mirrored kernels."""

FILES = {"mnist_cae.pt": "mirrored"}

import torch
from torch import nn


class Transposed(ConvAutoencoder):
    def __init__(self):
        super().__init__()
        self.conv3 = nn.ConvTranspose2d(8, 4, 3, padding=1)
        self.conv4 = nn.ConvTranspose2d(4, 1, 3, padding=1)


def make_cae():
    return Transposed()


def mirrored():
    state = torch.load("mnist_cae.pt", weights_only=True)["state_dict"]
    for name in ("conv3.weight", "conv4.weight"):
        state[name] = state[name].transpose(0, 1).flip(2, 3).contiguous()
    torch.save(state, "mnist_cae.pt")
