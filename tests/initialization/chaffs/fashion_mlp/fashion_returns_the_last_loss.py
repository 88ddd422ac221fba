"""The last loss is returned instead of the list."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "no-list-of-losses"

import torch


def train_fashion(model, images, labels, *, epochs, seed, device="cpu", after_epoch=None):
    optimiser = torch.optim.Adam(model.parameters())
    for _ in range(epochs):
        loss = torch.nn.functional.cross_entropy(model(normalise_fashion(images)), labels)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return loss.item()
