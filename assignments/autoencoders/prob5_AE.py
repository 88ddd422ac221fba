"""Problem 5.4: an autoencoder that maps MNIST's images to two dimensions.

``python prob5_AE.py`` trains it and writes ``mnist_ae.pt`` (hand it in). The notebook imports this file.
Images are float32 in [0, 1], (N, 1, 28, 28), here and wherever the tests call your functions.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional as F

from autograder import data
from prob4_CNN import load_mnist, save_weights

EPOCHS = 12 if data.kind("mnist") == "real" else 15


def make_autoencoder() -> nn.Module:
    """Return a new autoencoder: four linear layers from 784 pixels to a code of 2 numbers, and four back to 784."""
    ### BEGIN SOLUTION
    encoder = nn.Sequential(
        nn.Flatten(),
        nn.Linear(784, 400),
        nn.ReLU(),
        nn.Linear(400, 120),
        nn.ReLU(),
        nn.Linear(120, 30),
        nn.ReLU(),
        nn.Linear(30, 2),
    )
    decoder = nn.Sequential(
        nn.Linear(2, 30),
        nn.ReLU(),
        nn.Linear(30, 120),
        nn.ReLU(),
        nn.Linear(120, 400),
        nn.ReLU(),
        nn.Linear(400, 784),
        nn.Sigmoid(),
        nn.Unflatten(1, (1, 28, 28)),
    )
    return nn.Sequential(encoder, decoder)
    ### END SOLUTION


def train_autoencoder(model: nn.Module, images: torch.Tensor, *, epochs: int, seed: int = 0) -> list[float]:
    """Train in place on all images (N, 1, 28, 28) by Adam, learning rate 0.001; return the mean loss of each epoch."""
    ### BEGIN SOLUTION
    torch.manual_seed(seed)
    device = next(model.parameters()).device
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    losses = []
    for _ in range(epochs):
        model.train()
        total = 0.0
        for rows in torch.randperm(len(images)).split(32):
            batch = images[rows].to(device)
            optimizer.zero_grad()
            loss = F.mse_loss(model(batch), batch)
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        losses.append(total / len(images))
    return losses
    ### END SOLUTION


def reconstruct(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return reconstructions of images (N, 1, 28, 28), in the same shape and on the same scale, without gradient."""
    ### BEGIN SOLUTION
    model.eval()
    with torch.no_grad():
        return model(images.to(next(model.parameters()).device)).cpu()
    ### END SOLUTION


def embed(model: nn.Module, images: torch.Tensor) -> torch.Tensor:
    """Return the codes (N, 2) of images (N, 1, 28, 28), without gradient."""
    ### BEGIN SOLUTION
    model.eval()
    encoder = model[0]
    with torch.no_grad():
        return encoder(images.to(next(model.parameters()).device)).cpu()
    ### END SOLUTION


if __name__ == "__main__":
    torch.manual_seed(663)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = make_autoencoder().to(device)
    train_images, _ = load_mnist(train=True)
    test_images, _ = load_mnist(train=False)
    for epoch, loss in enumerate(train_autoencoder(model, train_images, epochs=EPOCHS), start=1):
        print(f"epoch {epoch}: training loss {loss:.4f}")
    save_weights("mnist_ae.pt", model)
    print(f"squared error on the test images: {F.mse_loss(reconstruct(model, test_images), test_images):.4f}")
