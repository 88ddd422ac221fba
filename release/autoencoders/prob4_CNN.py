"""Problem 4.2: a convolutional network for MNIST.

The network, the data and the training are given; you write two functions. ``python prob4_CNN.py`` trains for five
epochs, writes ``mnist_cnn.pt`` (hand it in) and prints the results of your functions. The notebook imports this file.
"""

from __future__ import annotations

import torch
import torchvision
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

from autograder import data

EPOCHS = 5


class CNN(nn.Module):
    """Images (N, 1, 28, 28) → log-probabilities (N, 10)."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 40, kernel_size=5)
        self.conv2 = nn.Conv2d(40, 80, kernel_size=5)
        self.fc1 = nn.Linear(80 * 4 * 4, 500)
        self.fc2 = nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = F.relu(self.fc1(x.flatten(1)))
        return F.log_softmax(self.fc2(x), dim=1)


def load_mnist(train):
    """Images (N, 1, 28, 28), float32 in [0, 1], and labels (N,) of the training or the test split."""
    split = torchvision.datasets.MNIST(data.prepare("mnist"), train=train)
    return split.data.unsqueeze(1).float() / 255, split.targets


def save_weights(file, model):
    """Write the weights and a note that says whether they come from the real data or from the stand-in."""
    weights = {name: value.cpu() for name, value in model.state_dict().items()}
    torch.save({"state_dict": weights, "data": data.kind("mnist")}, file)


def train_epoch(model, loader, optimizer):
    """Train for one epoch and return its mean loss."""
    model.train()
    where = next(model.parameters()).device
    total = 0.0
    for images, labels in loader:
        optimizer.zero_grad()
        loss = F.nll_loss(model(images.to(where)), labels.to(where))
        loss.backward()
        optimizer.step()
        total += loss.item() * len(images)
    return total / len(loader.dataset)


def first_filters(model: nn.Module) -> torch.Tensor:
    """Return the 40 filters of a trained CNN's first convolution: (40, 5, 5), a copy without gradient, on the CPU."""
    raise NotImplementedError("mnist_cnn")


def confusion_matrix_of(model: nn.Module, loader: DataLoader) -> torch.Tensor:
    """Count, over the whole loader, the images of class `row` that are predicted as class `column`: (10, 10) integers."""
    raise NotImplementedError("mnist_cnn")


if __name__ == "__main__":
    torch.manual_seed(663)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    train_loader = DataLoader(TensorDataset(*load_mnist(train=True)), batch_size=64, shuffle=True)
    test_loader = DataLoader(TensorDataset(*load_mnist(train=False)), batch_size=1000)
    model = CNN().to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.5)
    for epoch in range(EPOCHS):
        print(f"epoch {epoch + 1}: training loss {train_epoch(model, train_loader, optimizer):.4f}")
    save_weights("mnist_cnn.pt", model)
    print("first filters:", tuple(first_filters(model).shape))
    print(confusion_matrix_of(model, test_loader))
