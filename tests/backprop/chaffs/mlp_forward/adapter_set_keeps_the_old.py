"""set_parameters binds names and changes nothing."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "old-parameters-kept"

def set_parameters(net, parameters):
    for (weight, bias), (new_weight, new_bias) in zip(get_parameters(net), parameters):
        weight, bias = new_weight, new_bias
