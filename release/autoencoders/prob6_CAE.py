"""Problem 6: convolutional autoencoders with and without skip connections, trained on clean and on noisy images.

``python prob6_CAE.py`` trains all four and writes ``mnist_cae.pt``, ``mnist-cae-skip.pt``, ``mnist_cae_noise.pt`` and
``mnist-cae-skip-noise.pt`` (hand them in). The notebook imports this file. Images are float32 in [0, 1],
(N, 1, 28, 28), and enter the networks unchanged.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from autograder import data
from prob4_CNN import load_mnist, save_weights

EPOCHS = 12 if data.kind("mnist") == "real" else 6
NOISE = ("std", 0.3)
"""Your reading of N(0, 0.3): ("std", 0.3) for the standard deviation, ("variance", 0.3) for the variance."""


class ConvAutoencoder(nn.Module):
    """(N, 1, 28, 28) → (N, 1, 28, 28) through a code of 2 numbers (6.1); skip = True adds connections past it (6.2)."""

    def __init__(self, skip=False):
        super().__init__()
        raise NotImplementedError("conv_autoencoder")

    def forward(self, x):
        raise NotImplementedError("conv_autoencoder")


def make_cae() -> nn.Module:
    """Return a new convolutional autoencoder with the hand-out's architecture: 16,859 parameters."""
    return ConvAutoencoder()


def make_cae_skip() -> nn.Module:
    """Return the same with skip connections from each pooling layer to the upsampling layer of its size (6.2)."""
    return ConvAutoencoder(skip=True)


def corrupt(images: torch.Tensor, seed: int | None = None) -> torch.Tensor:
    """Return a new tensor: images plus the noise of NOISE, drawn independently for every pixel, not clipped (6.3)."""
    raise NotImplementedError("denoising")


def train_cae(
    model: nn.Module, images: torch.Tensor, *, epochs: int, noisy: bool = False, seed: int = 0
) -> list[float]:
    """Train in place by Adam, learning rate 0.001; return the mean loss of each epoch.

    The targets are the images; if `noisy` is true, the network's inputs are corrupt(images).
    """
    raise NotImplementedError("conv_autoencoder")


def reconstruct(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return reconstructions (N, 1, 28, 28) of images (N, 1, 28, 28), without gradient."""
    raise NotImplementedError("conv_autoencoder")


def embed(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return the codes (N, 2) of images (N, 1, 28, 28), without gradient."""
    raise NotImplementedError("conv_autoencoder")


if __name__ == "__main__":
    device = "cuda" if torch.cuda.is_available() else "cpu"
    train_images, _ = load_mnist(train=True)
    test_images, _ = load_mnist(train=False)
    runs = {
        "mnist_cae.pt": (make_cae, False),
        "mnist-cae-skip.pt": (make_cae_skip, False),
        "mnist_cae_noise.pt": (make_cae, True),
        "mnist-cae-skip-noise.pt": (make_cae_skip, True),
    }
    for file, (make, noisy) in runs.items():
        torch.manual_seed(663)
        model = make().to(device)
        losses = train_cae(model, train_images, epochs=EPOCHS, noisy=noisy)
        save_weights(file, model)
        entering = corrupt(test_images, seed=1) if noisy else test_images
        error = F.mse_loss(reconstruct(model, entering), test_images)
        print(f"{file}: training loss {losses[-1]:.4f}, squared error on the test images {error:.4f}")
