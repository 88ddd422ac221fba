"""set_parameters sets the weights only."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "does not take over b of layer 1"

def set_parameters(net, parameters):
    net.weights = [weight for weight, _ in parameters]
