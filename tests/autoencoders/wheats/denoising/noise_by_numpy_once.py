"""numpy's generator; the noise is drawn once for all epochs; DataLoader of pairs; cross-entropy."""

import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset


NOISE = ["Standard deviation", 0.3]


def corrupt(images, seed=None):
    noise = np.random.default_rng(seed).normal(0, 0.3, tuple(images.shape))
    return (images + torch.from_numpy(noise)).to(images.dtype)


def train_cae(model, images, *, epochs, noisy=False, seed=0):
    torch.manual_seed(seed)
    inputs = corrupt(images, seed) if noisy else images
    loader = DataLoader(TensorDataset(inputs, images), batch_size=64, shuffle=True)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)
    losses = []
    for _ in range(epochs):
        mean = 0.0
        for x, target in loader:
            optimizer.zero_grad()
            loss = F.binary_cross_entropy(model(x), target)
            loss.backward()
            optimizer.step()
            mean += loss.item() / len(loader)
        losses.append(mean)
    return losses
