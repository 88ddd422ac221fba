"""The modified neuron has no derivative at all, as if it were linear."""

CAUGHT_BY = ("test_hidden_neuron", "test_neuron_without_slope")
CODE = "modified-slope-missing"
BASE = True
REPLACE = [("f_prime(z[neuron])", "1.0")]
