"""The biases are drawn as well."""

CAUGHT_BY = ("test_glorot_biases_are_zero",)
CODE = "bias-not-zero"
BASE = True
REPLACE = [("net.biases[k] = np.zeros(n_out)", "net.biases[k] = rng.uniform(-0.1, 0.1, n_out)")]
