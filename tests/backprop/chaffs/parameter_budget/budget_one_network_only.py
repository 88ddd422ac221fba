"""The number is typed in for one architecture."""

CAUGHT_BY = ("test_counts_every_weight_and_bias",)
CODE = "wrong-number-of-parameters"

def count_parameters(layer_sizes):
    return 535_818
