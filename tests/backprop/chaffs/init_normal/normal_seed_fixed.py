"""The seed is a constant."""

CAUGHT_BY = ("test_normal_seed_decides",)
CODE = "seed-fixed"
BASE = True
REPLACE = [("rng = np.random.default_rng(seed)", "rng = np.random.default_rng(42)")]
