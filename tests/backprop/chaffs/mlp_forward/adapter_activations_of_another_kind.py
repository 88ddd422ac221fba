"""ACTIVATIONS holds functions' names that are not asked for."""

TASK = "mlp_forward"
CAUGHT_BY = ("test_adapter_maps_the_network",)
SAYS = "ACTIVATIONS is to be"

ACTIVATIONS = ("ReLU", "leaky")
