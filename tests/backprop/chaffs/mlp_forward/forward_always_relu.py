"""The activation asked for is ignored."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "other-activation"

def make_network(layer_sizes, activation):
    return NN(layer_sizes, "relu")
