"""A standard deviation of 0.01."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "wrong-std"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "0.01 * rng.standard_normal(weight.shape)")]
