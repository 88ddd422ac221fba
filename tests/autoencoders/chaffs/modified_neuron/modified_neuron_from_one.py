"""The neuron is counted from 1."""

CAUGHT_BY = ("test_hidden_neuron",)
CODE = "neuron-counted-from-one"
BASE = True
REPLACE = [
    (
        "a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])",
        "a[neuron - 1], slope[neuron - 1] = f(z[neuron - 1]), f_prime(z[neuron - 1])",
    ),
]
