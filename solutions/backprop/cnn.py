"""P2: a convolutional network for MNIST of the perceptron's size. Runs on a CPU or a GPU (``device=``).

Images are floats in [0, 1] of shape (N, 1, 28, 28), labels are whole numbers (N,); both numpy arrays or torch tensors.
"""

from __future__ import annotations

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional


def make_cnn() -> nn.Sequential:
    """Make a network: 3×3 convolutions with 24 and 48 filters, each followed by pooling, then 210 hidden units.

    Its 506,896 parameters are within 10 % of the 535,818 of the perceptron 784-512-256-10.
    """
    return nn.Sequential(
        *(nn.Conv2d(1, 24, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Conv2d(24, 48, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)),
        *(nn.Flatten(), nn.Linear(48 * 7 * 7, 210), nn.ReLU(), nn.Dropout(0.4), nn.Linear(210, 10)),
    )


def train_cnn(
    images: Any, labels: Any, *, epochs: int = 10, seed: int = 0, device: str = "cpu", batch_size: int = 100
) -> tuple[nn.Sequential, list[float]]:
    """Train a new network and return it with its mean loss of each epoch: AdamW, one-cycle learning rate up to 3e-3."""
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
    """Scores (N, 10) on the CPU, predicted in evaluation mode; afterwards the model is in its old mode again."""
    model_device = next(model.parameters()).device
    training = model.training
    model.eval()
    scores = [model(batch.to(model_device)).cpu() for batch in torch.as_tensor(images).float().split(batch_size)]
    model.train(training)
    return torch.cat(scores)


def accuracy(model: nn.Module, images: Any, labels: Any) -> float:
    """Fraction of the images whose highest score belongs to their label."""
    return float((predict_cnn(model, images).argmax(1) == torch.as_tensor(labels)).double().mean())
