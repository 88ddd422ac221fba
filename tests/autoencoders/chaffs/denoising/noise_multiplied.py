"""Noise multiplied by the image."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "not-normal"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return images * (1 + 0.3 * noise)")]
