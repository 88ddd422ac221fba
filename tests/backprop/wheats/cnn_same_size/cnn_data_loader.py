"""A DataLoader, SGD with momentum, losses as numpy floats averaged over batches."""

import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset


def train_cnn(model, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    loader = DataLoader(TensorDataset(images, labels), batch_size=64, shuffle=True, drop_last=True)
    optimiser, criterion, history = torch.optim.SGD(model.parameters(), lr=0.02, momentum=0.9), torch.nn.CrossEntropyLoss(), []
    for _ in range(epochs):
        model = model.to(device).train()
        losses = []
        for x, y in loader:
            optimiser.zero_grad()
            loss = criterion(model(x.to(device)), y.to(device))
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(np.mean(losses))
        if after_epoch:
            after_epoch(model)
    return history
