"""The tensors are counted, not their entries."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "tensors-counted"


def count_parameters(model):
    return len(list(model.parameters()))
