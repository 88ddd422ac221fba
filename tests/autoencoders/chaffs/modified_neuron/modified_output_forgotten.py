"""Only hidden neurons are ever modified."""

CAUGHT_BY = ("test_output_neuron",)
CODE = "no-neuron-modified"
BASE = True
REPLACE = [("if number == layer:", "if number == layer and number < len(weights) - 1:")]
