"""The biases keep their old values."""

CAUGHT_BY = ("test_everything_is_zero",)
CODE = "bias-not-zero"

def initialize_zero(net, seed):
    net.weights = [0 * weight for weight in net.weights]
