"""P2: a convolutional network for MNIST of the perceptron's size. Runs on a CPU or a GPU (``device=``).

Images come in as floats in [0, 1], (N, 1, 28, 28), labels as whole numbers (N,), as numpy arrays or torch tensors.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


def make_cnn() -> nn.Sequential:
    """3×3 convolutions with 24 | 48 filters, pooled after each, then 210 hidden units: 506,896 parameters.

    Within 10 % of 784-512-256-10 (535,818).
    """
    return nn.Sequential(
        *(nn.Conv2d(1, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(24, 48, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(48 * 7 * 7, 210), nn.ReLU(), nn.Dropout(0.4), nn.Linear(210, 10)),
    )


def train_cnn(
    images: Any, labels: Any, *, epochs: int = 10, seed: int = 0, device: str = "cpu", batch_size: int = 100
) -> tuple[nn.Sequential, list[float]]:
    """A trained network and its mean loss per epoch: AdamW under a one-cycle learning rate up to 3e-3."""
    torch.manual_seed(seed)
    model = make_cnn().to(device).train()
    x, y = torch.as_tensor(images).float().to(device), torch.as_tensor(labels).long().to(device)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3, weight_decay=1e-2)
    steps = epochs * math.ceil(len(x) / batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 3e-3, steps)
    history = []
    for _ in range(epochs):
        total = 0.0
        for index in torch.randperm(len(x)).to(device).split(batch_size):
            loss = functional.cross_entropy(model(x[index]), y[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(index)
        history.append(total / len(x))
    return model, history


@torch.no_grad()
def predict_cnn(model: nn.Module, images: Any, *, batch_size: int = 1000) -> Tensor:
    """Scores (N, 10) on the CPU, in evaluation mode; the mode the model was in comes back afterwards."""
    place = next(model.parameters()).device
    training = model.training
    model.eval()
    scores = [model(batch.to(place)).cpu() for batch in torch.as_tensor(images).float().split(batch_size)]
    model.train(training)
    return torch.cat(scores)


def accuracy(model: nn.Module, images: Any, labels: Any) -> float:
    """Share of images whose highest score is that of their label."""
    return float((predict_cnn(model, images).argmax(1) == torch.as_tensor(labels)).double().mean())
