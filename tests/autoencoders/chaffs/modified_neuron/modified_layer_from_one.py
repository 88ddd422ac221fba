"""The layer is counted from 1."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "layer-counted-from-one"
BASE = True
REPLACE = [("if number == layer:", "if number == layer - 1 and neuron < len(z):")]
