"""One batch is taken from the loader."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "first-batch-only"

import torch


def confusion_matrix_of(model, loader):
    model.eval()
    images, labels = next(iter(loader))
    counts = torch.zeros(10, 10)
    for label, guess in zip(labels, model(images).argmax(1)):
        counts[label, guess] += 1
    return counts
