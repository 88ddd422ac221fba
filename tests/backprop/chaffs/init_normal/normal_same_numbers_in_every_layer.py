"""The generator starts anew in each layer."""

CAUGHT_BY = ("test_normal_seed_decides",)
CODE = "same-numbers-in-layers"
BASE = True
REPLACE = [("rng.standard_normal(weight.shape)", "np.random.default_rng(seed).standard_normal(weight.shape)")]
