"""The optimiser never steps."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "parameters-not-trained"

import torch


def train_svhn(model, images, labels, *, epochs, seed, augment=None, device="cpu", after_epoch=None):
    losses = []
    for _ in range(epochs):
        parts = [torch.nn.functional.cross_entropy(model(normalise_svhn(x)), y) for x, y in zip(images.split(130), labels.split(130))]
        sum(parts).backward()
        losses.append(float(sum(parts)) / len(parts))
    return losses
