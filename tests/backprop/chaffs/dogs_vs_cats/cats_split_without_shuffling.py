"""The last tenth, which is dogs only."""

CAUGHT_BY = ("test_splits_into_training_and_validation",)
CODE = "split-not-shuffled"

import torch


def split_cats(labels, seed):
    order = torch.arange(len(labels))
    return order[: -len(labels) // 10], order[-len(labels) // 10 :]
