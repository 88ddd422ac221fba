"""Only the hidden layers are counted."""

CAUGHT_BY = ("test_counts_every_weight_and_bias", "test_count_agrees_with_the_arrays")
CODE = "last-layer-not-counted"

def count_parameters(layer_sizes):
    return sum((a + 1) * b for a, b in zip(layer_sizes[:-2], layer_sizes[1:-1]))
