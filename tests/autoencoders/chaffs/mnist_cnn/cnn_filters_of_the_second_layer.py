"""Filters of the second convolution, those that look at the first channel of forty."""

CAUGHT_BY = ("test_first_filters",)
CODE = "far-off"

def first_filters(model):
    return model.conv2.weight.detach()[0]
