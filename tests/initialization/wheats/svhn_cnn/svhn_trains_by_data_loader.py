"""A DataLoader and Adam, the losses as a list of floats."""

import torch
from torch.utils.data import DataLoader, TensorDataset


def train_svhn(model, images, labels, *, epochs, seed, augment=None, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset(images, labels), batch_size=64, shuffle=True)
    optimiser, criterion, history = torch.optim.Adam(model.parameters(), lr=1e-3), torch.nn.CrossEntropyLoss(), []
    for epoch in range(epochs):
        model.train()
        running = 0.0
        for i, (x, y) in enumerate(loader):
            if augment:
                x = augment(x, seed + 1000 * epoch + i)
            optimiser.zero_grad()
            loss = criterion(model(normalise_svhn(x)), y)
            loss.backward()
            optimiser.step()
            running += loss.item()
        history.append(running / len(loader))
    return history
