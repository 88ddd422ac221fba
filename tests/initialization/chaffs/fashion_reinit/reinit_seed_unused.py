"""The seed is not used."""

CAUGHT_BY = ("test_seed_decides_the_weights",)
CODE = "seed-ignored"
BASE = True
REPLACE = [("    torch.manual_seed(seed)\n", "")]
