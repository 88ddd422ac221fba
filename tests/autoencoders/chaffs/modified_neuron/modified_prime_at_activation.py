"""f′ is taken at the activation."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "f-prime-at-activation"
BASE = True
REPLACE = [
    (
        "a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])",
        "a[neuron] = f(z[neuron])\n"
        "            slope[neuron] = f_prime(a[neuron])",
    ),
]
