"""The axis of the input channel is left in."""

CAUGHT_BY = ("test_first_filters",)
CODE = "channel-axis"

def first_filters(model):
    return model.conv1.weight.detach()
