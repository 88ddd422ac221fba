"""The labels of the parts instead of the positions."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "parts-are-not-all-images"

import torch


def split_cats(labels, seed):
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(seed))
    return labels[order[len(labels) // 10 :]], 2 + labels[order[: len(labels) // 10]]
