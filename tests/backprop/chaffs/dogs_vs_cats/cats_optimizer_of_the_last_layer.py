"""Only the last layer is trained."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "part-not-trained"

import torch


def make_optimizer(model):
    return torch.optim.SGD(list(model.parameters())[-2:], lr=0.05, momentum=0.9)
