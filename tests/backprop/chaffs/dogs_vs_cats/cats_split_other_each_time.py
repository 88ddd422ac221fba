"""The seed is not used: each call splits otherwise."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "split-not-repeatable"

import torch


def split_cats(labels, seed):
    order = torch.randperm(len(labels))
    return order[len(labels) // 10 :], order[: len(labels) // 10]
