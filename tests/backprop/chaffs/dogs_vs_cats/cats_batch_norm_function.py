"""The function batch_norm in the forward pass."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Conv2d(3, 8, 5, stride=4), nn.Linear(1800, 2)
        self.register_buffer("mean", torch.zeros(8))
        self.register_buffer("variance", torch.ones(8))

    def forward(self, x):
        x = F.batch_norm(self.first(x), self.mean, self.variance, training=self.training)
        return self.last(torch.relu(x).flatten(1))


def make_cats_model():
    return Net()
