"""A subclass of torch's Adam whose own step counts and calls Adam's."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

import torch


class CountingAdam(torch.optim.Adam):
    steps = 0

    def step(self, closure=None):
        self.steps += 1
        return super().step(closure)


def make_optimizer(model):
    return CountingAdam(model.parameters(), lr=1e-3)
