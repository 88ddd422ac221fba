"""A right answer in other words than the model answer; wrong answers change a line of it."""

import torch
import torch.nn.functional as F
from torch import nn


class Skips(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3, padding=1)
        self.conv2 = nn.Conv2d(4, 8, 3, padding=1)
        self.fc1 = nn.Linear(392, 20)
        self.fc2 = nn.Linear(20, 2)
        self.fc3 = nn.Linear(2, 20)
        self.fc4 = nn.Linear(20, 392)
        self.conv3 = nn.Conv2d(8, 4, 3, padding=1)
        self.conv4 = nn.Conv2d(4, 1, 3, padding=1)

    def encode(self, x):
        self.full1 = F.relu(self.conv1(x))
        self.pooled1 = F.max_pool2d(self.full1, 2)
        self.full2 = F.relu(self.conv2(self.pooled1))
        self.pooled2 = F.max_pool2d(self.full2, 2)
        return None, None, self.fc2(F.relu(self.fc1(self.pooled2.flatten(1))))

    def forward(self, x):
        y = F.relu(self.fc4(F.relu(self.fc3(self.encode(x)[-1])))).view(-1, 8, 7, 7)
        y = F.relu(self.conv3(F.interpolate(y + self.pooled2, scale_factor=2)))
        return torch.sigmoid(self.conv4(F.interpolate(y + self.pooled1, scale_factor=2)))


def make_cae_skip():
    return Skips()
