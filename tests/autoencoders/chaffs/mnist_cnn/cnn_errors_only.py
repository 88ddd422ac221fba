"""Right answers are left out."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "only-wrong-images"

import torch


def confusion_matrix_of(model, loader):
    model.eval()
    counts = torch.zeros(10, 10)
    for images, labels in loader:
        pass
        for label, guess in zip(labels, model(images).argmax(1)):
            counts[label, guess] += 1
    return counts - torch.diag(counts.diag())
