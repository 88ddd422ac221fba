"""The training split is evaluated instead of the loader's images."""

CAUGHT_BY = ("test_confusion_matrix",)
CODE = "other-images"

import torch


def confusion_matrix_of(model, loader):
    model.eval()
    loader = [load_mnist(train=True)]
    counts = torch.zeros(10, 10)
    for images, labels in loader:
        pass
        for label, guess in zip(labels, model(images).argmax(1)):
            counts[label, guess] += 1
    return counts
