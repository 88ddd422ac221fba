"""f forward, and a(1 − a) of its output backward."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron", "test_neuron_without_slope")
CODE = "modified-slope-one-minus-a"
BASE = True
REPLACE = [
    (
        "a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])",
        "a[neuron] = f(z[neuron])\n"
        "        slope = a * (1 - a)",
    ),
]
