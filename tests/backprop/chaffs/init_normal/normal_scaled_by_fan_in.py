"""Divided by the root of the number of inputs."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "wrong-std"
BASE = True
REPLACE = [("(weight.shape)", "(weight.shape) / np.sqrt(n_in)")]
