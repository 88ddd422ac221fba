"""Standard normal noise."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-not-scaled"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return images + noise")]
