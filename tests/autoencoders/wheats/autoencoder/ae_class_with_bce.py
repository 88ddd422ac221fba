"""A class whose forward returns reconstruction and code, functional ReLU; DataLoader and binary cross-entropy."""

FILES = {"mnist_ae.pt": "refitted"}

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Autoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        sizes = [784, 400, 120, 30, 2, 30, 120, 400, 784]
        self.layers = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes[:-1], sizes[1:])])

    def encode(self, x):
        x = x.reshape(len(x), -1)
        for layer in self.layers[:3]:
            x = F.relu(layer(x))
        return self.layers[3](x)

    def decode(self, code):
        for layer in self.layers[4:7]:
            code = F.relu(layer(code))
        return torch.sigmoid(self.layers[7](code))

    def forward(self, x):
        return self.decode(self.encode(x)), self.encode(x)


def make_autoencoder():
    return Autoencoder()


def train_autoencoder(model, images, *, epochs, seed=0):
    torch.manual_seed(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    loader = DataLoader(TensorDataset(images), batch_size=128, shuffle=True, drop_last=True)
    history = []
    for epoch in range(epochs):
        running = []
        for (x,) in loader:
            loss = F.binary_cross_entropy(model.decode(model.encode(x)), x.flatten(1))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            running.append(loss.item())
        history.append(sum(running) / len(running))
    return history


def reconstruct(model, images):
    with torch.no_grad():
        return model(images)[0].numpy()


def embed(model, images):
    with torch.no_grad():
        return model.encode(images).numpy()


def refitted():
    """The model answer's weights, layer by layer."""
    given = torch.load("mnist_ae.pt", weights_only=True)["state_dict"]
    model = make_autoencoder()
    model.load_state_dict(dict(zip(model.state_dict(), given.values())))
    torch.save(model.state_dict(), "mnist_ae.pt")
