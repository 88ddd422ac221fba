"""f′ backward, but the forward pass is still that of sigmoids."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "modified-forward-sigmoid"
BASE = True
REPLACE = [("a[neuron], slope[neuron] = f(z[neuron]), f_prime(z[neuron])", "slope[neuron] = f_prime(z[neuron])")]
