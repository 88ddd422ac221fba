"""σ′ is lost in all other neurons."""

CAUGHT_BY = ("test_hidden_neuron", "test_output_neuron")
CODE = "other-slopes-missing"
BASE = True
REPLACE = [("slope = a * (1 - a)", "slope = a * (1 - a)\n        slope = np.ones_like(z)")]
