"""The network gives logits and has dropout; reconstruct takes the sigmoid; summed loss; losses as a tensor."""

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
            x = F.dropout(F.leaky_relu(layer(x), 0.01), 0.1, self.training)
        return self.layers[3](x)

    def decode(self, code):
        for layer in self.layers[4:7]:
            code = F.relu(layer(code))
        return self.layers[7](code)

    def forward(self, x):
        return self.decode(self.encode(x))


def make_autoencoder():
    return Autoencoder()


def train_autoencoder(model, images, *, epochs, seed=0):
    torch.manual_seed(seed)
    model.train()
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    flat = images.reshape(-1, 784)
    losses = torch.zeros(epochs)
    for epoch in range(epochs):
        for rows in torch.randperm(len(flat)).chunk(max(1, len(flat) // 50)):
            optimizer.zero_grad(set_to_none=True)
            z = model(flat[rows])
            loss = F.binary_cross_entropy_with_logits(z, flat[rows], reduction="sum") / len(rows)
            loss.backward()
            optimizer.step()
            losses[epoch] += loss.detach() * len(rows) / len(flat)
    return losses


@torch.no_grad()
def reconstruct(model, images):
    return torch.sigmoid(model.eval()(images)).view(-1, 28, 28)


@torch.no_grad()
def embed(model, images):
    model.eval()
    return torch.stack([model.encode(image[None])[0] for image in images])


def refitted():
    """The model answer's weights, layer by layer."""
    given = torch.load("mnist_ae.pt", weights_only=True)["state_dict"]
    model = make_autoencoder()
    model.load_state_dict(dict(zip(model.state_dict(), given.values())))
    torch.save(model.state_dict(), "mnist_ae.pt")
