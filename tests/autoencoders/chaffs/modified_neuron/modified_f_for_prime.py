"""f instead of f′ in the backward pass."""

CAUGHT_BY = ("test_hidden_neuron", "test_neuron_without_slope")
CODE = "f-instead-of-f-prime"
BASE = True
REPLACE = [("[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])", "[neuron] = slope[neuron] = f(z[neuron])")]
