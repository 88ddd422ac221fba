"""f forward, but σ′(z) backward for the modified neuron."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "modified-slope-of-sigmoid"
BASE = True
REPLACE = [("a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])", "a[neuron] = f(z[neuron])")]
