"""Dropout, and nobody calls eval()."""

CAUGHT_BY = ("test_answers_do_not_depend_on_mode_and_batch",)
CODE = "predicts-in-training-mode"

import torch
from torch import nn


def make_autoencoder():
    return nn.Sequential(
        nn.Sequential(nn.Flatten(), nn.Dropout(0.3), nn.Linear(784, 400), nn.ReLU(), nn.Linear(400, 120), nn.ReLU(), nn.Linear(120, 30), nn.ReLU(), nn.Linear(30, 2)),
        nn.Sequential(nn.Linear(2, 30), nn.ReLU(), nn.Linear(30, 120), nn.ReLU(), nn.Linear(120, 400), nn.ReLU(), nn.Linear(400, 784), nn.Sigmoid(), nn.Unflatten(1, (1, 28, 28))),
    )


def reconstruct(model, images):
    with torch.no_grad():
        return model(images)
