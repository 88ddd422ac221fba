"""A DataLoader, SGD with momentum and log-softmax; losses as numpy floats."""

import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset


def train_fashion(model, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    torch.manual_seed(seed)
    model = model.to(device)
    loader = DataLoader(TensorDataset(normalise_fashion(images), labels), batch_size=64, shuffle=True, drop_last=True)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.05, momentum=0.9)
    history = []
    for epoch in range(epochs):
        model.train()
        losses = []
        for x, y in loader:
            optimiser.zero_grad()
            loss = torch.nn.functional.nll_loss(torch.log_softmax(model(x.to(device)), 1), y.to(device))
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
        history.append(np.mean(losses))
    return history
