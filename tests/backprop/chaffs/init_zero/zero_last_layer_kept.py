"""The last layer is left out."""

CAUGHT_BY = ("test_everything_is_zero",)
CODE = "old-weights-kept"

def initialize_zero(net, seed):
    net.weights[:-1] = [0 * weight for weight in net.weights[:-1]]
    net.biases = [0 * bias for bias in net.biases]
