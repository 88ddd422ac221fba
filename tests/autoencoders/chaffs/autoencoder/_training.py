"""A right training loop; wrong answers change a line of it."""

import torch
import torch.nn.functional as F


def train_autoencoder(model, images, *, epochs, seed=0):
    torch.manual_seed(seed)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    losses = []
    for _ in range(epochs):
        total, seen = 0.0, 0
        for rows in torch.randperm(len(images)).split(64):
            optimizer.zero_grad()
            loss = F.mse_loss(model(images[rows]).view(-1, 1, 28, 28), images[rows])
            loss.backward()
            optimizer.step()
            total, seen = total + loss.item() * len(rows), seen + len(rows)
        losses.append(total / seen)
    return losses
