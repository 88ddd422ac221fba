"""f for all neurons of the layer."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "whole-layer-modified"
BASE = True
REPLACE = [("a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])", "a, slope = f(z), f_prime(z)")]
