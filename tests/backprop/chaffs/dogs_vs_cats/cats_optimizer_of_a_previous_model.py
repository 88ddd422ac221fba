"""The optimiser is bound to a previous model."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "no-parameter-trained"

import torch

previous = make_cats_model()


def make_optimizer(model):
    return torch.optim.SGD(previous.parameters(), lr=0.05)
