"""Another number than the hand-out's."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
SAYS = "not 0.3"

NOISE = ("std", 0.1)
