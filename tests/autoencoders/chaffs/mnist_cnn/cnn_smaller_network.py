"""Half of the filters."""

CAUGHT_BY = ("test_accuracy_on_the_test_set",)
CODE = "other-network"
FILES = {"mnist_cnn.pt": "fitting"}

from torch import nn
import torch.nn.functional as F


class CNN(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 40, 5)
        self.conv2 = nn.Conv2d(40, 40, 5)
        self.fc1 = nn.Linear(40 * 4 * 4, 500)
        self.fc2 = nn.Linear(500, 10)

    def forward(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return F.log_softmax(self.fc2(F.relu(self.fc1(x.flatten(1)))), dim=1)


def fitting():
    save_weights("mnist_cnn.pt", CNN())
