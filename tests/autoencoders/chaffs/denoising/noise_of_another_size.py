"""Another number than the hand-out's."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "other-noise-number"

NOISE = ("std", 0.1)
