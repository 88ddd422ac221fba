"""torch's Adam."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch


def make_optimizer(model):
    return torch.optim.Adam(model.parameters(), lr=1e-3)
