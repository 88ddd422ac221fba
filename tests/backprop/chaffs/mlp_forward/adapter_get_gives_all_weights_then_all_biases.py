"""get_parameters gives a flat list."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "parameters-no-list-of-pairs"

def get_parameters(net):
    return [*net.weights, *net.biases]
