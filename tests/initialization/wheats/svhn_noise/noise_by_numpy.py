"""Noise by numpy in float64; accuracies as numpy floats, clean accuracy measured first."""

import numpy as np
import torch


def add_noise(images, a, seed):
    noise = a * np.random.default_rng(seed).standard_normal(tuple(images.shape))
    return (images + torch.from_numpy(noise)).float()
def noise_accuracies(model, images, labels, seed):
    predict_svhn(model, images)
    found = {}
    for k, a in enumerate([0.005, 0.01, 0.05]):
        predicted = predict_svhn(model, add_noise(images, a, seed + k)).argmax(1)
        found[a] = np.mean((predicted == labels).numpy())
    return found
