"""Only the weights are counted."""

CAUGHT_BY = ("test_counts_every_weight_and_bias", "test_count_agrees_with_the_arrays")
CODE = "biases-not-counted"

def count_parameters(layer_sizes):
    return sum(a * b for a, b in zip(layer_sizes[:-1], layer_sizes[1:]))
