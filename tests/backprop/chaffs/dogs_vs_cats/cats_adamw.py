"""torch's AdamW under the name SGD."""

CAUGHT_BY = ("test_uses_no_forbidden_part_of_the_library",)
CODE = "forbidden-part"

from torch.optim import AdamW as SGD


def make_optimizer(model):
    return SGD(model.parameters(), lr=1e-3)
