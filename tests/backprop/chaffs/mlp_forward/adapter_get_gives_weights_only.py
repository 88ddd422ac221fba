"""get_parameters gives the weights and forgets the biases."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "parameters-no-pairs"

def get_parameters(net):
    return [weight for weight in net.weights]
