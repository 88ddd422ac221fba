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
        ### BEGIN SOLUTION
        self.skip = skip
        self.conv1 = nn.Conv2d(1, 4, 3, stride=1, padding=1)
        self.conv2 = nn.Conv2d(4, 8, 3, stride=1, padding=1)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(8 * 7 * 7, 20)
        self.fc2 = nn.Linear(20, 2)
        self.fc3 = nn.Linear(2, 20)
        self.fc4 = nn.Linear(20, 8 * 7 * 7)
        self.upsample = nn.Upsample(scale_factor=2, mode="nearest")
        self.conv3 = nn.Conv2d(8, 4, 3, stride=1, padding=1)
        self.conv4 = nn.Conv2d(4, 1, 3, stride=1, padding=1)
        ### END SOLUTION

    def forward(self, x):
        ### BEGIN SOLUTION
        pooled1, pooled2, code = self.encode(x)
        y = F.relu(self.fc4(F.relu(self.fc3(code)))).view(-1, 8, 7, 7)
        if self.skip:
            y = y + pooled2
        y = F.relu(self.conv3(self.upsample(y)))
        if self.skip:
            y = y + pooled1
        return torch.sigmoid(self.conv4(self.upsample(y)))

    def encode(self, x):
        pooled1 = self.pool(F.relu(self.conv1(x)))
        pooled2 = self.pool(F.relu(self.conv2(pooled1)))
        return pooled1, pooled2, self.fc2(F.relu(self.fc1(pooled2.flatten(1))))
        ### END SOLUTION


def make_cae() -> nn.Module:
    """Return a new convolutional autoencoder with the hand-out's architecture: 16,859 parameters."""
    return ConvAutoencoder()


def make_cae_skip() -> nn.Module:
    """Return the same with skip connections from each pooling layer to the upsampling layer of its size (6.2)."""
    return ConvAutoencoder(skip=True)


def corrupt(images: torch.Tensor, seed: int | None = None) -> torch.Tensor:
    """Return a new tensor: images plus the noise of NOISE, drawn independently for every pixel, not clipped (6.3)."""
    ### BEGIN SOLUTION
    generator = torch.Generator()
    if seed is None:
        generator.seed()
    else:
        generator.manual_seed(seed)
    noise = torch.randn(images.shape, generator=generator).to(images.device)
    return images + NOISE[1] * noise
    ### END SOLUTION


def train_cae(
    model: nn.Module, images: torch.Tensor, *, epochs: int, noisy: bool = False, seed: int = 0
) -> list[float]:
    """Train in place by Adam, learning rate 0.001; return the mean loss of each epoch.

    The targets are the images; if `noisy` is true, the network's inputs are corrupt(images).
    """
    ### BEGIN SOLUTION
    torch.manual_seed(seed)
    device = next(model.parameters()).device
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    losses = []
    for _ in range(epochs):
        model.train()
        total = 0.0
        for rows in torch.randperm(len(images)).split(32):
            clean = images[rows].to(device)
            entering = corrupt(clean) if noisy else clean
            optimizer.zero_grad()
            loss = F.mse_loss(model(entering), clean)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(clean)
        losses.append(total / len(images))
    return losses
    ### END SOLUTION


def reconstruct(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return reconstructions (N, 1, 28, 28) of images (N, 1, 28, 28), without gradient."""
    ### BEGIN SOLUTION
    model.eval()
    device = next(model.parameters()).device
    with torch.no_grad():
        return torch.cat([model(batch.to(device)).cpu() for batch in images.split(1000)])
    ### END SOLUTION


def embed(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return the codes (N, 2) of images (N, 1, 28, 28), without gradient."""
    ### BEGIN SOLUTION
    model.eval()
    device = next(model.parameters()).device
    with torch.no_grad():
        return torch.cat([model.encode(batch.to(device))[-1].cpu() for batch in images.split(1000)])
    ### END SOLUTION


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
