"""Everything in the state_dict is counted."""

CAUGHT_BY = ("test_counts_every_parameter",)
CODE = "buffers-counted"


def count_parameters(model):
    return sum(value.numel() for value in model.state_dict().values())
