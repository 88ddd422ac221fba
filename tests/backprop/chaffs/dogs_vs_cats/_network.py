"""A small right network; wrong answers put a forbidden layer into it."""

import torch
from torch import nn


def make_cats_model():
    return nn.Sequential(nn.Conv2d(3, 8, 5, stride=4), nn.ReLU(), nn.Flatten(), nn.Linear(1800, 2))
