"""0.3 squared."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-squared"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return images + 0.3**2 * noise")]
