"""The biases are left out of the forward pass."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "biases-left-out"
BASE = True
REPLACE = [("z = W @ activations[-1] + b", "z = W @ activations[-1]")]
