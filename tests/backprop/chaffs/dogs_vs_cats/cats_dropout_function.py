"""The function dropout in the forward pass."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch
from torch import nn
from torch.nn import functional as F


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.last = nn.Conv2d(3, 8, 5, stride=4), nn.Linear(1800, 2)
        pass

    def forward(self, x):
        x = F.dropout(self.first(x), 0.2, self.training)
        return self.last(torch.relu(x).flatten(1))


def make_cats_model():
    return Net()
