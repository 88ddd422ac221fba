"""The output error of the cross-entropy, a − y."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "output-error-of-cross-entropy"
BASE = True
REPLACE = [("delta = (activations[-1] - y) * slopes[-1]", "delta = activations[-1] - y")]
