"""Biases are not counted."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "biases-not-counted"


def count_parameters(model):
    return sum(p.numel() for name, p in model.named_parameters() if "weight" in name)
