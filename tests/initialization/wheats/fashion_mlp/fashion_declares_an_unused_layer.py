"""A layer, a dropout and a parameter that the forward pass does not use; the biases before the normalisations stay."""

import torch
from torch import nn

FILES = {"fashion_mlp.pt": "weights_with_spare_parts"}


class WithSpareParts(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.dropout, self.spare = nn.Dropout(0.5), nn.Linear(7, 7)
        self.gain = nn.Parameter(torch.ones(3))

    def forward(self, x):
        for layer in self.layers:
            x = layer(x)
        return x


def make_fashion_mlp():
    hidden = [nn.Linear(784, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.25)]
    hidden += [nn.Linear(512, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Dropout(0.25)]
    return WithSpareParts([nn.Flatten(), *hidden, nn.Linear(256, 10)])


def train_fashion(model, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.01)
    history = []
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for batch in torch.randperm(len(images)).split(100):
            optimiser.zero_grad()
            loss = nn.functional.cross_entropy(model(normalise_fashion(images[batch])), labels[batch])
            loss.backward()
            optimiser.step()
            total += loss.item() * len(batch)
        history.append(total / len(images))
    return history


def weights_with_spare_parts():
    content = torch.load("fashion_mlp.pt", weights_only=True)
    spare = {"spare.weight": torch.zeros(7, 7), "spare.bias": torch.zeros(7), "gain": torch.ones(3)}
    content["state_dict"] = {f"layers.{name}": value for name, value in content["state_dict"].items()} | spare
    torch.save(content, "fashion_mlp.pt")
