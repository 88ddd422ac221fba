"""y − a at the output."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "wrong-sign"
BASE = True
REPLACE = [("delta = (activations[-1] - y) * slopes[-1]", "delta = (y - activations[-1]) * slopes[-1]")]
