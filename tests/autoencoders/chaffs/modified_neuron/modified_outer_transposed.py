"""dW with the shape (inputs, outputs)."""

CAUGHT_BY = ("test_hidden_neuron", "test_layers_of_equal_width")
CODE = "transposed"
BASE = True
REPLACE = [("(delta, a)", "(a, delta)")]
