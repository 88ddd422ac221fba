"""set_parameters sets the weights only."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "old-parameters-kept"

def set_parameters(net, parameters):
    net.weights = [weight for weight, _ in parameters]
