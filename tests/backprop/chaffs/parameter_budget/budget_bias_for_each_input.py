"""A bias is counted for each input of a layer."""

CAUGHT_BY = ("test_counts_every_weight_and_bias", "test_count_agrees_with_the_arrays")
CODE = "bias-for-each-input"

def count_parameters(layer_sizes):
    return sum(a * b + a for a, b in zip(layer_sizes[:-1], layer_sizes[1:]))
