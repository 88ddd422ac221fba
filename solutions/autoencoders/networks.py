"""P4.2, P5.4, P6: the classifier and the autoencoders of MNIST, and the recipes that train them (``device=``).

Images are float32 in [0, 1], (N, 1, 28, 28), and labels are whole numbers (N,); both may be numpy arrays or torch
tensors. ``solutions.autoencoders.reconstruction`` measures the results, in numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

NOISE_STD = 0.3
"""The noise ε ~ N(0, 0.3), if 0.3 is its standard deviation. If 0.3 is its variance, this is 0.3 ** 0.5."""


def make_cnn() -> nn.Sequential:
    """conv(1→40, 5), pool 2, conv(40→80, 5), pool 2, 1280→500→10, log-softmax; ReLU inside: 726,630 parameters."""
    features = [nn.Conv2d(1, 40, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(40, 80, 5), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(
        *features, nn.Flatten(), nn.Linear(1280, 500), nn.ReLU(), nn.Linear(500, 10), nn.LogSoftmax(dim=1)
    )


class LinearAutoencoder(nn.Module):
    """784-256-64-16-2-16-64-256-784: ReLU between the layers, nothing on the code, a sigmoid at the end."""

    widths = (784, 256, 64, 16, 2)

    def __init__(self) -> None:
        super().__init__()
        self.encoder, self.decoder = _perceptron(self.widths), _perceptron(self.widths[::-1])

    def encode(self, x: Tensor) -> Tensor:
        """(N, 1, 28, 28) → (N, 2)."""
        code: Tensor = self.encoder(x.flatten(1))
        return code

    def forward(self, x: Tensor) -> Tensor:
        return torch.sigmoid(self.decoder(self.encode(x))).view(-1, 1, 28, 28)


class ConvAutoencoder(nn.Module):
    """The sheet's convolutional autoencoder with 16,859 parameters. ``skips`` adds the output of each pooling layer to
    the input of the upsampling layer of the same size, which needs no further parameters."""

    def __init__(self, skips: bool = False) -> None:
        super().__init__()
        self.skips = skips
        self.down = nn.ModuleList([nn.Conv2d(1, 4, 3, padding=1), nn.Conv2d(4, 8, 3, padding=1)])
        self.to_code = _perceptron((392, 20, 2))
        self.from_code = _perceptron((2, 20, 392))
        self.up = nn.ModuleList([nn.Conv2d(8, 4, 3, padding=1), nn.Conv2d(4, 1, 3, padding=1)])

    def _pooled(self, x: Tensor) -> list[Tensor]:
        """Outputs of the two pooling layers, (N, 4, 14, 14) and (N, 8, 7, 7)."""
        first = functional.max_pool2d(self.down[0](x).relu(), 2)
        return [first, functional.max_pool2d(self.down[1](first).relu(), 2)]

    def encode(self, x: Tensor) -> Tensor:
        """(N, 1, 28, 28) → (N, 2)."""
        code: Tensor = self.to_code(self._pooled(x)[-1].flatten(1))
        return code

    def forward(self, x: Tensor) -> Tensor:
        pooled = self._pooled(x)
        y: Tensor = self.from_code(self.to_code(pooled[-1].flatten(1))).relu().view(-1, 8, 7, 7)
        for convolution, skipped, activation in zip(self.up, pooled[::-1], (torch.relu, torch.sigmoid), strict=True):
            y = y + skipped if self.skips else y
            y = activation(convolution(functional.interpolate(y, scale_factor=2, mode="nearest")))
        return y


def train_cnn(
    images: Any, labels: Any, *, epochs: int = 5, seed: int = 0, device: str = "cpu"
) -> tuple[nn.Sequential, list[float]]:
    """A trained classifier and its epoch losses: SGD with learning rate 0.01, momentum 0.5, batches of 64."""
    torch.manual_seed(seed)
    model = make_cnn().to(device)
    y = torch.as_tensor(labels).long().to(device)
    optimiser = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)

    def loss(batch: Tensor, index: Tensor) -> Tensor:
        return functional.nll_loss(model(batch), y[index])

    return model, _train(model, optimiser, loss, images, epochs=epochs, seed=seed, device=device)


def train_autoencoder(
    make: Callable[[], nn.Module],
    images: Any,
    *,
    epochs: int = 10,
    noise: float = 0.0,
    seed: int = 0,
    device: str = "cpu",
) -> tuple[nn.Module, list[float]]:
    """A trained autoencoder and its epoch losses: squared error, Adam with learning rate 0.001, batches of 64.

    If ``noise`` is above 0, each batch enters with new normal noise of that standard deviation; targets stay clean.
    """
    torch.manual_seed(seed)
    network = make().to(device)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)

    def loss(batch: Tensor, index: Tensor) -> Tensor:
        entering = batch + noise * torch.randn_like(batch) if noise else batch
        return functional.mse_loss(network(entering), batch)

    return network, _train(network, optimiser, loss, images, epochs=epochs, seed=seed, device=device)


def _train(
    model: nn.Module,
    optimiser: torch.optim.Optimizer,
    loss_of: Callable[[Tensor, Tensor], Tensor],
    images: Any,
    *,
    epochs: int,
    seed: int,
    device: str,
) -> list[float]:
    x = torch.as_tensor(images).to(device)
    order = torch.Generator().manual_seed(seed)
    model.train()
    history = []
    for _ in range(epochs):
        total = 0.0
        for index in torch.randperm(len(x), generator=order).to(device).split(64):
            loss = loss_of(x[index], index)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss.detach()) * len(index)
        history.append(total / len(x))
    return history


@torch.no_grad()
def outputs(model: nn.Module, images: Any, *, of: str = "forward", batch_size: int = 1000) -> Tensor:
    """The outputs of ``model.forward`` or another method for the images, on the CPU, in evaluation mode."""
    device = next(model.parameters()).device
    model.eval()
    return torch.cat([getattr(model, of)(x.to(device)).cpu() for x in torch.as_tensor(images).split(batch_size)])


def count_parameters(model: nn.Module) -> int:
    """The number of trainable parameters, including biases."""
    return sum(p.numel() for p in model.parameters() if p.requires_grad)


def _perceptron(widths: tuple[int, ...]) -> nn.Sequential:
    """Linear layers of these widths with ReLU between them and nothing after the last."""
    layers: list[nn.Module] = []
    for below, above in pairwise(widths):
        layers += [nn.Linear(below, above), nn.ReLU()]
    return nn.Sequential(*layers[:-1])
