"""The network is left in training mode."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "matrix-in-training-mode"

import torch


def confusion_matrix_of(model, loader):
    model.train()
    counts = torch.zeros(10, 10)
    for images, labels in loader:
        pass
        for label, guess in zip(labels, model(images).argmax(1)):
            counts[label, guess] += 1
    return counts
