"""get_parameters gives a flat list."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "a list of 3 pairs (W, b) is expected"

def get_parameters(net):
    return [*net.weights, *net.biases]
