"""Two Sequentials of modules."""

FILES = {"mnist_cae.pt": "refitted"}

import torch
from torch import nn


class Reshape(nn.Module):
    def forward(self, x):
        return x.reshape(-1, 8, 7, 7)


def make_cae():
    encoder = nn.Sequential(
        nn.Conv2d(1, 4, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 8, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Linear(392, 20), nn.ReLU(), nn.Linear(20, 2),
    )
    decoder = nn.Sequential(
        nn.Linear(2, 20), nn.ReLU(), nn.Linear(20, 392), nn.ReLU(), Reshape(),
        nn.Upsample(scale_factor=2), nn.Conv2d(8, 4, 3, padding="same"), nn.ReLU(),
        nn.Upsample(scale_factor=2), nn.Conv2d(4, 1, 3, padding="same"), nn.Sigmoid(),
    )
    return nn.Sequential(encoder, decoder)


def embed(model, images):
    with torch.no_grad():
        return model[0](images)


def refitted():
    """The model answer's weights, layer by layer."""
    given = torch.load("mnist_cae.pt", weights_only=True)["state_dict"]
    model = make_cae()
    model.load_state_dict(dict(zip(model.state_dict(), given.values())))
    torch.save(model.state_dict(), "mnist_cae.pt")
