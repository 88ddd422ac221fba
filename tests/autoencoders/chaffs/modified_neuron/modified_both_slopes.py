"""f′ is multiplied on top of σ′."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "f-prime-times-sigmoid-slope"
BASE = True
REPLACE = [
    (
        "a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])",
        "slope[neuron] = slope[neuron] * f_prime(z[neuron])\n"
        "            a[neuron] = f(z[neuron])",
    ),
]
