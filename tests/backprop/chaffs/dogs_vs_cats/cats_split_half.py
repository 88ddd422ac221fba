"""Half of the images for validation."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "validation-size"

import torch


def split_cats(labels, seed):
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(seed))
    return order[len(labels) // 2 :], order[: len(labels) // 2]
