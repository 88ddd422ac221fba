"""P3: a classifier of dogs and cats without any part that the sheet forbids. Runs on a CPU or a GPU (``device=``).

It uses plain convolutions, He initialisation, SGD with momentum and weight decay under a one-cycle learning rate, and
images that are mirrored, moved and changed in brightness; no normalisation layer, no dropout, no adaptive optimiser.
Images are (N, 3, 64, 64), uint8 or floats in [0, 1]; labels are 0 for a cat and 1 for a dog.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

STAGES = (48, 96, 192)
"""Number of filters of each stage after the first convolution; each stage halves the image."""


class Centre(nn.Module):
    """(x − 0.45) / 0.25, which gives pixels in [0, 1] about mean 0 and standard deviation 1."""

    def forward(self, x: Tensor) -> Tensor:
        return (x - 0.45) / 0.25


class Residual(nn.Module):
    """x + f(x), where f is a gain times two 3×3 convolutions; the gain starts at 0, so a new block changes nothing.

    This lets a deep network train without normalisation (SkipInit, De and Smith 2020).
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        self.gain = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        change: Tensor = self.gain * self.second(functional.relu(self.first(functional.relu(x))))
        return x + change


def make_cats_model() -> nn.Sequential:
    """Make a network: a 5×5 convolution with stride 2, stages of convolution, pooling, residual block; two outputs."""
    layers: list[nn.Module] = [Centre(), nn.Conv2d(3, 32, 5, stride=2, padding=2), nn.ReLU()]
    channels = 32
    for filters in STAGES:
        layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.MaxPool2d(2)]
        if filters > STAGES[0]:
            layers.append(Residual(filters))
        layers.append(nn.ReLU())
        channels = filters
    model = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(channels, 2))
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            assert module.bias is not None
            nn.init.zeros_(module.bias)
    return model


def augment(images: Tensor, generator: torch.Generator, *, shift: int = 6) -> Tensor:
    """Mirror floats (N, 3, 64, 64) with probability ½, move them by up to ``shift`` pixels, change their brightness."""
    count, _, height, width = images.shape
    mirrored = torch.rand(count, generator=generator) < 0.5
    images = torch.where(mirrored.to(images.device).view(-1, 1, 1, 1), images.flip(3), images)
    padded = functional.pad(images, (shift,) * 4, mode="replicate")
    moves = torch.randint(0, 2 * shift + 1, (count, 2), generator=generator).tolist()
    moved = torch.stack([padded[i, :, y : y + height, x : x + width] for i, (y, x) in enumerate(moves)])
    light = 1 + 0.3 * (2 * torch.rand(2, count, 1, 1, 1, generator=generator).to(images.device) - 1)
    mean = moved.mean(dim=(1, 2, 3), keepdim=True)
    return (moved - mean) * light[0] + mean * light[1]


def train_cats(
    images: Any,
    labels: Any,
    *,
    epochs: int,
    seed: int = 0,
    device: str = "cpu",
    peak: float = 0.05,
    batch_size: int = 64,
    weight_decay: float = 1e-3,
) -> tuple[nn.Sequential, list[float]]:
    """Train a new model; return it and its mean loss of each epoch."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    x, y = as_floats(images), torch.as_tensor(labels).long().to(device)
    model = make_cats_model().to(device).to(memory_format=torch.channels_last).train()
    optimiser = torch.optim.SGD(model.parameters(), lr=peak, momentum=0.9, weight_decay=weight_decay, nesterov=True)
    steps = epochs * math.ceil(len(x) / batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak, steps, pct_start=0.2, cycle_momentum=False)
    history = []
    for _ in range(epochs):
        total = 0.0
        for index in torch.randperm(len(x), generator=generator).split(batch_size):
            batch = augment(x[index].to(device), generator).contiguous(memory_format=torch.channels_last)
            loss = functional.cross_entropy(model(batch), y[index.to(device)])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(index)
        history.append(total / len(x))
    return model, history


@torch.no_grad()
def predict_cats(model: nn.Module, images: Any, *, batch_size: int = 250) -> Tensor:
    """Probability of a dog (N,) on the CPU: the mean of the predictions for the image and for its mirror image."""
    model_device = next(model.parameters()).device
    training = model.training
    model.eval()
    parts = []
    for batch in as_floats(images).split(batch_size):
        inputs = batch.to(model_device).contiguous(memory_format=torch.channels_last)
        parts.append((model(inputs).softmax(1)[:, 1] + model(inputs.flip(3)).softmax(1)[:, 1]).cpu() / 2)
    model.train(training)
    return torch.cat(parts)


def accuracy(model: nn.Module, images: Any, labels: Any) -> float:
    """Fraction of the images whose more probable class is their label."""
    return float(((predict_cats(model, images) > 0.5).long() == torch.as_tensor(labels)).double().mean())


def as_floats(images: Any) -> Tensor:
    """Images as float32 in [0, 1], from uint8 (0 … 255) or floats in [0, 1]."""
    tensor = torch.as_tensor(np.asarray(images) if not isinstance(images, Tensor) else images)
    return tensor.float() / 255 if tensor.dtype == torch.uint8 else tensor.float()
