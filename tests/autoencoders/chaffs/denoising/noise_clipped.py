"""Clipped to [0, 1]."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-clipped"
BASE = "_noise"
REPLACE = [("return images + 0.3 * noise", "return (images + 0.3 * noise).clamp(0, 1)")]
