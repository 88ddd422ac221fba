"""The weights are absolute values of normal draws."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "one-sided"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "np.abs(rng.standard_normal(weight.shape))")]
