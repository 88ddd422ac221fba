"""A variance of 2."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "scale-off-by-a-factor"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "np.sqrt(2) * rng.standard_normal(weight.shape)")]
