"""T2, T3: the two networks, their training recipes and predictions. Runs on a CPU or a GPU (``device=``).

Images come in as float32 in [0, 1], (N, 1, 28, 28) or (N, 3, 32, 32), labels as whole numbers (N,); numpy arrays
and torch tensors both do. Each model carries its normalisation as its first layer, so that prediction and
training cannot normalise differently.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

History = list[float]
"""Mean training loss of each epoch."""


class Normalise(nn.Module):
    """(x − mean) / std by channel; the constants travel in the state_dict."""

    mean: Tensor
    std: Tensor

    def __init__(self, mean: tuple[float, ...], std: tuple[float, ...]) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean).view(-1, 1, 1))
        self.register_buffer("std", torch.tensor(std).view(-1, 1, 1))

    def forward(self, x: Tensor) -> Tensor:
        return (x - self.mean) / self.std


def make_fashion_mlp() -> nn.Sequential:
    """784-512-256-10 with ReLU, batch normalisation and dropout: 537,354 trained numbers, no convolution."""
    return nn.Sequential(
        Normalise((0.286,), (0.353,)),
        nn.Flatten(),
        *(nn.Linear(784, 512), nn.BatchNorm1d(512), nn.ReLU(), nn.Dropout(0.3)),
        *(nn.Linear(512, 256), nn.BatchNorm1d(256), nn.ReLU(), nn.Dropout(0.3)),
        nn.Linear(256, 10),
    )


def make_svhn_cnn() -> nn.Sequential:
    """3×3 convolutions 32 | 64, 64 | 128, 128, pooled after each |, then 10 outputs: 298,666 trained numbers.

    Each convolution is followed by batch normalisation (which has its bias) and ReLU.
    """
    layers: list[nn.Module] = [Normalise((0.45, 0.45, 0.47), (0.22, 0.22, 0.22))]
    channels = 3
    for stage in ((32,), (64, 64), (128, 128)):
        for filters in stage:
            layers += [nn.Conv2d(channels, filters, 3, padding=1, bias=False), nn.BatchNorm2d(filters), nn.ReLU()]
            channels = filters
        layers += [nn.MaxPool2d(2), nn.Dropout(0.2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(16 * channels, 10))


def train_fashion_mlp(
    images: Any, labels: Any, *, epochs: int = 15, seed: int = 0, device: str = "cpu"
) -> tuple[nn.Sequential, History]:
    """A trained MLP and its epoch losses: AdamW, one-cycle learning rate up to 3e-3, batches of 256."""
    torch.manual_seed(seed)
    model = make_fashion_mlp()
    history = train(model, images, labels, epochs=epochs, seed=seed, batch_size=256, peak=3e-3, device=device)
    return model, history


def train_svhn_cnn(
    images: Any,
    labels: Any,
    *,
    epochs: int = 10,
    seed: int = 0,
    augment: Callable[[Tensor, int], Tensor] | None = None,
    device: str = "cpu",
) -> tuple[nn.Sequential, History]:
    """A trained CNN and its epoch losses: AdamW, one-cycle learning rate up to 5e-3, batches of 128.

    ``augment(batch, seed)`` changes each batch before it enters the network, with a new seed every time.
    """
    torch.manual_seed(seed)
    model = make_svhn_cnn()
    history = train(
        model, images, labels, epochs=epochs, seed=seed, batch_size=128, peak=5e-3, augment=augment, device=device
    )
    return model, history


def train(
    model: nn.Module,
    images: Any,
    labels: Any,
    *,
    epochs: int,
    seed: int,
    batch_size: int,
    peak: float,
    augment: Callable[[Tensor, int], Tensor] | None = None,
    device: str = "cpu",
) -> History:
    """Train in place by cross-entropy with AdamW under a one-cycle schedule; returns the mean loss per epoch."""
    x, y = torch.as_tensor(images).to(device), torch.as_tensor(labels).long().to(device)
    model.to(device).train()
    order = torch.Generator().manual_seed(seed)
    optimiser = torch.optim.AdamW(model.parameters(), lr=peak, weight_decay=1e-2)
    batches = -(-len(x) // batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, max_lr=peak, total_steps=epochs * batches)
    history: History = []
    for _ in range(epochs):
        total = 0.0
        for index in torch.randperm(len(x), generator=order).to(device).split(batch_size):
            batch = x[index]
            if augment is not None:
                batch = augment(batch, int(torch.randint(2**31, (), generator=order)))
            loss = functional.cross_entropy(model(batch), y[index])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += float(loss.detach()) * len(index)
        history.append(total / len(x))
    return history


@torch.no_grad()
def predict(model: nn.Module, images: Any, *, batch_size: int = 1000) -> Tensor:
    """Scores (N, 10) on the CPU, in evaluation mode; the model returns to its mode afterwards."""
    device = next(model.parameters()).device
    training = model.training
    model.eval()
    scores = [model(batch.to(device)).cpu() for batch in torch.as_tensor(images).split(batch_size)]
    model.train(training)
    return torch.cat(scores)


def accuracy(model: nn.Module, images: Any, labels: Any) -> float:
    """Share of images whose highest score is that of their label."""
    return float((predict(model, images).argmax(1) == torch.as_tensor(labels)).double().mean())


def count_parameters(model: nn.Module) -> int:
    """Numbers that training changes, biases included."""
    return sum(parameter.numel() for parameter in model.parameters() if parameter.requires_grad)
