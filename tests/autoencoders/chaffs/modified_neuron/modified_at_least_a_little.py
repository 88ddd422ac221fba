"""A slope of 0 is taken for a fault and replaced by a small one."""

CAUGHT_BY = ("test_neuron_without_slope",)
CODE = "far-off"
BASE = True
REPLACE = [("f_prime(z[neuron])", "f_prime(z[neuron]) or 0.1")]
