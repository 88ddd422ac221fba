"""The seed is not looked at."""

CAUGHT_BY = ("test_every_pixel_has_its_own_noise",)
CODE = "seed-ignored"
BASE = "_noise"
REPLACE = [("() if seed is None else seed", "()")]
