"""All images are trained on, validation included."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "images-in-both-parts"

import torch


def split_cats(labels, seed):
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(seed))
    return order, order[: len(labels) // 10]
