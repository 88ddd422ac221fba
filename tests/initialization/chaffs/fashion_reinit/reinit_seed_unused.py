"""The seed is not used."""

CAUGHT_BY = ("test_seed_decides_the_weights",)
SAYS = "same seed"
BASE = True
REPLACE = [("    torch.manual_seed(seed)\n", "")]
