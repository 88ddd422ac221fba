"""Some images are in neither part."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "parts-are-not-all-images"

import torch


def split_cats(labels, seed):
    order = torch.randperm(len(labels), generator=torch.Generator().manual_seed(seed))
    return order[:200], order[200:250]
