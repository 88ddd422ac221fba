"""Weights and biases only, without δ."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron", "test_neuron_without_slope")
CODE = "missing-keys"
BASE = True
REPLACE = [
    ('{"delta": deltas, "dW": dW, "db": [delta for delta in deltas]}', '{"dW": dW, "db": [delta for delta in deltas]}'),
]
