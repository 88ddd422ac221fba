"""A right training loop; wrong answers change a line of it."""

import torch
from torch.nn import functional as F


def train_cnn(model, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)
    losses = []
    for _ in range(epochs):
        model.train()
        total = 0.0
        for batch in torch.randperm(len(images)).split(100):
            loss = F.cross_entropy(model(images[batch]), labels[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += loss.item() * len(batch)
        losses.append(total / len(images))
        if after_epoch is not None:
            after_epoch(model)
    return losses
