"""ACTIVATIONS holds functions' names that are not asked for."""

CAUGHT_BY = ("test_adapter_maps_the_network",)
CODE = "activations-unknown"

ACTIVATIONS = ("ReLU", "leaky")
