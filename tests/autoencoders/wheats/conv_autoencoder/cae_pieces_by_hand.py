"""Pooling by reshaping, upsampling by repetition; forward gives a pair; images one by one; cross-entropy."""

FILES = {"mnist_cae.pt": "refitted"}

import torch
import torch.nn.functional as F
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolutions = nn.ModuleList([nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)])
        self.linear = nn.ModuleList([nn.Linear(392, 20), nn.Linear(20, 2), nn.Linear(2, 20), nn.Linear(20, 392)])
        self.back = nn.ModuleList([nn.Conv2d(8, 4, 3, padding=1), nn.Conv2d(4, 1, 3, padding=1)])

    def forward(self, x):
        for convolution in self.convolutions:
            x = convolution(x)
            n, c, h, w = x.shape
            x = x.reshape(n, c, h // 2, 2, w // 2, 2).amax(dim=(3, 5)).clamp(min=0)
        a, b, c, d = self.linear
        code = b(a(x.flatten(1)).relu())
        x = d(c(code).relu()).relu().reshape(-1, 8, 7, 7)
        for convolution, last in zip(self.back, (False, True)):
            x = convolution(x.repeat_interleave(2, 2).repeat_interleave(2, 3))
            x = x.sigmoid() if last else x.relu()
        return x, code


def make_cae():
    return Net()


def train_cae(model, images, *, epochs, noisy=False, seed=0):
    torch.manual_seed(seed)
    optimizer = torch.optim.Adam(model.parameters())
    history = []
    for epoch in range(epochs):
        order = torch.randperm(len(images))
        total = 0
        for start in range(0, len(images), 200):
            x = images[order[start : start + 200]]
            loss = F.binary_cross_entropy(model(x)[0], x)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += float(loss.detach()) * len(x)
        history.append(total / len(images))
    return history


def reconstruct(model, images):
    with torch.no_grad():
        return torch.cat([model(image[None])[0] for image in images]).flatten(1).numpy()


def embed(model, images):
    return model(images)[1].detach()


def refitted():
    """The model answer's weights, layer by layer."""
    given = torch.load("mnist_cae.pt", weights_only=True)["state_dict"]
    model = make_cae()
    model.load_state_dict(dict(zip(model.state_dict(), given.values())))
    torch.save(model.state_dict(), "mnist_cae.pt")
