"""A subclass of torch's Adam that changes nothing."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch


class MyAdam(torch.optim.Adam):
    pass


def make_optimizer(model):
    return MyAdam(model.parameters(), lr=1e-3)
