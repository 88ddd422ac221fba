"""The ½ of the cost is forgotten."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "twice-as-large"
BASE = True
REPLACE = [("delta = (activations[-1] - y) * slopes[-1]", "delta = 2 * (activations[-1] - y) * slopes[-1]")]
