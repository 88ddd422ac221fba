"""0.3 is the standard deviation, and NOISE says variance."""

CAUGHT_BY = ("test_noise_is_the_declared_one",)
CODE = "used-as-std"
BASE = "_noise"

NOISE = ("variance", 0.3)
