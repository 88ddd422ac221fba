"""The noise is added to normalised images."""

CAUGHT_BY = ("test_noise_comes_before_normalisation",)
CODE = "noise-after-normalisation"

import torch


def noise_accuracies(model, images, labels, seed):
    model.eval()
    found = {}
    for a in (0.05, 0.01, 0.005):
        with torch.no_grad():
            found[a] = (model(add_noise(normalise_svhn(images), a, seed)).argmax(1) == labels).float().mean().item()
    return found
