"""The plain algorithm, without f."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron", "test_neuron_without_slope")
CODE = "no-neuron-modified"
BASE = True
REPLACE = [
    ("        if number == layer:\n            a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])\n", ""),
]
