"""The biases are drawn as well."""

CAUGHT_BY = ("test_normal_biases_are_zero",)
CODE = "bias-not-zero"
BASE = True
REPLACE = [("net.biases[k] = np.zeros(n_out)", "net.biases[k] = rng.standard_normal(n_out)")]
