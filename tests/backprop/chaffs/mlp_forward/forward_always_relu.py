"""The activation asked for is ignored."""

CAUGHT_BY = ("test_probabilities_are_right",)
SAYS = "the activation is relu instead of"

def make_network(layer_sizes, activation):
    return NN(layer_sizes, "relu")
