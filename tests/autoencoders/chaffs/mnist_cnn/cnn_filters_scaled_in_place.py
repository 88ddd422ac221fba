"""Scaled to 0 … 1 for the picture, within the network."""

CAUGHT_BY = ("test_first_filters",)
CODE = "filters-scaled"

def first_filters(model):
    filters = model.conv1.weight.data[:, 0]
    filters -= filters.min()
    filters /= filters.max()
    return filters
