"""NOISE does not say how the number is read."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "noise-unreadable"

NOISE = 0.3
