"""The matrix starts again with each batch."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "last-batch-only"

import torch


def confusion_matrix_of(model, loader):
    model.eval()
    counts = torch.zeros(10, 10)
    for images, labels in loader:
        counts = torch.zeros(10, 10)
        for label, guess in zip(labels, model(images).argmax(1)):
            counts[label, guess] += 1
    return counts
