"""f for every neuron of the network."""

CAUGHT_BY = ("test_hidden_neuron",)
CODE = "whole-network-modified"
BASE = True
REPLACE = [
    (
        "if number == layer:\n"
        "            a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])",
        "a, slope = f(z), f_prime(z)",
    ),
]
