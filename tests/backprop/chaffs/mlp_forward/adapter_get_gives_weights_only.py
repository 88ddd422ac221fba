"""get_parameters gives the weights and forgets the biases."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "not pairs (W, b)"

def get_parameters(net):
    return [weight for weight in net.weights]
