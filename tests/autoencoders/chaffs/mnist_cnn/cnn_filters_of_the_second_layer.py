"""Filters of the second convolution, those that look at the first channel of forty."""

CAUGHT_BY = ("test_first_filters",)
SAYS = "the filters"

def first_filters(model):
    return model.conv2.weight.detach()[0]
